import type { LinearModel } from '../linear-model.ts';

/** The coefficients of a linear model column by column: those of column `c` stand from `starts[c]` to `starts[c + 1]`. */
export interface SparseColumns {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float64Array;
}

/** The rows of a model, turned. */
export function sparseColumns({ columns, rows }: LinearModel): SparseColumns {
  const starts = new Uint32Array(columns.length + 1);
  for (const { entries } of rows)
    for (const [column] of entries) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  for (let column = 0; column < columns.length; column += 1) {
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
  }
  const count = starts[columns.length] ?? 0;
  const places = starts.slice();
  const sparse = { starts, rows: new Uint32Array(count), values: new Float64Array(count) };
  for (const [row, { entries }] of rows.entries()) {
    for (const [column, value] of entries) {
      const place = places[column] ?? 0;
      places[column] = place + 1;
      sparse.rows[place] = row;
      sparse.values[place] = value;
    }
  }
  return sparse;
}
