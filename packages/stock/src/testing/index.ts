export { stockTableContract } from '../ports/stock-table.contract.ts';
