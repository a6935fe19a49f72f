/** Version of the engine: part of every manifest; the same as package.json (a test holds it). */
export const engineVersion = '0.1.0';
