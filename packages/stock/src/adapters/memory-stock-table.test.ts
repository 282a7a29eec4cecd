import { stockTableContract } from '../ports/stock-table.contract.ts';
import { memoryStockTable } from './memory-stock-table.ts';

stockTableContract('memoryStockTable', () => ({ table: memoryStockTable(), unused: 'SKU001' }));
