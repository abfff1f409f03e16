import type { Highs, ModelData } from 'highs';
import type { LinearModel } from '../linear-model.ts';
import { finite } from './numbers.ts';

/** A linear model in rows as HiGHS takes it, without costs. */
export function toModelData(highs: Highs, { columns, rows }: LinearModel): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, coefficient] of row.entries) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: new Float64Array(columns.length),
    colLower: columns.map((one) => one.lower),
    colUpper: columns.map((one) => finite(highs, one.upper)),
    rowLower: rows.map((one) => finite(highs, one.lower)),
    rowUpper: rows.map((one) => finite(highs, one.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices,
      values,
    },
  };
}
