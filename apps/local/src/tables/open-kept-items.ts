import type { DataFolder } from '../data-folder/data-folder.ts';
import { keepFromOthers } from '../data-folder/make-data-folder.ts';
import { noteTables } from '../data-folder/note-tables.ts';
import { type ItemStore, openItemStore } from './item-store.ts';

/** Opens the items of a data folder's tables, which are its owner's only, and notes that they are there from now on. */
export function openKeptItems(folder: DataFolder): ItemStore {
  keepFromOthers([folder.tablesFile]);
  const items = openItemStore(folder.tablesFile);
  noteTables(folder);
  return items;
}
