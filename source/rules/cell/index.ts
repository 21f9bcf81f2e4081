import {boolean} from './boolean.ts';
import type {CellRule} from './cell-rule.ts';
import {epoch} from './epoch.ts';
import {integer} from './integer.ts';
import {periodInName} from './period-in-name.ts';
import {required} from './required.ts';

/** Every rule about one cell. A new one is a file beside this and a line here. */
export const cellRules: readonly CellRule[] = [required, periodInName, integer, boolean, epoch];
