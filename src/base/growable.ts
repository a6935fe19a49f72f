/** A list of 32-bit integers that grows by doubling; the engine's only dynamic container. */
export class IntList {
  items: Int32Array;
  length = 0;

  constructor(capacity = 8) {
    this.items = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** Fill the hole at `position` with the last item: order is not kept. */
  removeAt(position: number): void {
    this.items[position] = this.items[--this.length]!;
  }

  clear(): void {
    this.length = 0;
  }

  copy(): IntList {
    const twin = new IntList(Math.max(8, this.length));
    twin.items.set(this.items.subarray(0, this.length));
    twin.length = this.length;
    return twin;
  }
}
