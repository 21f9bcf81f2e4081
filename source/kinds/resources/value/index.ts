import {type Key, keyNames} from '../field.ts';
import {dateTime} from './date-time.ts';
import {entityType} from './entity-type.ts';
import {escapedNewline} from './escaped-newline.ts';
import {invisibleCharacter} from './invisible-character.ts';
import {mojibake} from './mojibake.ts';
import {nullMark} from './null-mark.ts';
import {tooLong} from './too-long.ts';
import type {ValueRule} from './value-rule.ts';
import {whitespace} from './whitespace.ts';

/** The rules about texts that are not empty. */
export const valueRules: readonly ValueRule[] = [
	entityType,
	dateTime,
	tooLong,
	whitespace,
	invisibleCharacter,
	nullMark,
	mojibake,
	escapedNewline,
];

/** The rules about each key. */
export const rulesOf: ReadonlyMap<Key, readonly ValueRule[]> = new Map(
	keyNames.map(key => [key, valueRules.filter(rule => rule.keys.includes(key))]),
);
