import {isNullMark} from '../../values/null-mark.ts';
import {type Field, nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

const descriptions: readonly Field[] = ['col_description', 'description'];

export const nullMark: CellRule = {
	code: 'null-mark',
	fields: [...nameFields, ...descriptions],
	mendsSafely: false,
	broken: value => value !== '' && isNullMark(value),
	message: (field, value) => `${field} is "${value}". Did the export mean that there is nothing?`,
	// A column may really be called "na", so a name is only asked about.
	fixes: field => (descriptions.includes(field) ? [cellFix(field, '', 'unsafe', 'empty the cell')] : []),
};
