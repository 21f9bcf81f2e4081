import type {Field} from '../field.ts';
import {fields} from '../field.ts';
import {boolean} from './boolean.ts';
import type {CellRule} from './cell-rule.ts';
import {epoch} from './epoch.ts';
import {escapedNewline} from './escaped-newline.ts';
import {implausibleTime} from './implausible-time.ts';
import {integer} from './integer.ts';
import {invisibleCharacter} from './invisible-character.ts';
import {mojibake} from './mojibake.ts';
import {nullMark} from './null-mark.ts';
import {periodInName} from './period-in-name.ts';
import {required} from './required.ts';
import {whitespace} from './whitespace.ts';

/** The rules about one cell. */
export const cellRules: readonly CellRule[] = [
	required,
	nullMark,
	periodInName,
	whitespace,
	invisibleCharacter,
	integer,
	boolean,
	epoch,
	implausibleTime,
	mojibake,
	escapedNewline,
];

/** The rules about each field. */
export const rulesOf: ReadonlyMap<Field, readonly CellRule[]> = new Map(
	fields.map(field => [field, cellRules.filter(rule => rule.fields.includes(field))]),
);
