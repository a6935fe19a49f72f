/** Solution of a small symmetric positive definite system by Cholesky's decomposition. */

/**
 * @param matrix rows of a symmetric positive definite matrix; overwritten
 * @returns x with matrix · x = right
 * @throws RangeError when the matrix is not positive definite
 */
export function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i]![k]! * matrix[j]![k]!;
      if (i !== j) matrix[i]![j] = sum / matrix[j]![j]!;
      else if (sum > 0) matrix[i]![i] = Math.sqrt(sum);
      else throw new RangeError(`row ${i + 1} of ${n} depends on the rows before it: the system has no single solution`);
    }
  }
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= matrix[i]![k]! * x[k]!;
    x[i]! /= matrix[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= matrix[k]![i]! * x[k]!;
    x[i]! /= matrix[i]![i]!;
  }
  return x;
}
