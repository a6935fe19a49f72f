/** Fingerprint of a history: SHA-256 over a canonical little-endian byte stream. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Collects numbers and text; `hex()` ends it. The same calls give the same hex on every platform. */
export class Digest {
  private readonly hash = sha256.create();
  private readonly buffer = new DataView(new ArrayBuffer(8));
  private readonly bytes = new Uint8Array(this.buffer.buffer);

  float(value: number): this {
    this.buffer.setFloat64(0, value, true);
    this.hash.update(this.bytes);
    return this;
  }

  integers(values: Int32Array): this {
    const view = new DataView(new ArrayBuffer(values.length * 4));
    for (let i = 0; i < values.length; i++) view.setInt32(i * 4, values[i]!, true);
    this.hash.update(new Uint8Array(view.buffer));
    return this;
  }

  floats(values: Float64Array): this {
    const view = new DataView(new ArrayBuffer(values.length * 8));
    for (let i = 0; i < values.length; i++) view.setFloat64(i * 8, values[i]!, true);
    this.hash.update(new Uint8Array(view.buffer));
    return this;
  }

  text(value: string): this {
    const utf8 = new TextEncoder().encode(value);
    this.float(utf8.length);
    this.hash.update(utf8);
    return this;
  }

  hex(): string {
    return bytesToHex(this.hash.digest());
  }
}
