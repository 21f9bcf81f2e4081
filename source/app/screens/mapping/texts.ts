/** The texts of the mapping screen. The labels of its keys are in `keys.ts`. */

import type {Field} from '../../../kinds/warehouse/field.ts';
import {fieldDescriptions} from '../../../kinds/warehouse/field-descriptions.ts';
import type {Confidence} from '../../../mapping/proposal.ts';
import type {MappedCounts} from '../../../session/mappable-file.ts';
import {count, percent, plural} from '../../../text/format.ts';

export const mappingTexts = {
	title: (file: string) => `Map the columns of ${file}`,
	separators: {',': undefined, ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars'},
	separated: (separators: string) => `separated by ${separators}`,
	headings: {field: 'Field (* required)', column: 'Column', values: 'Values'},
	acceptAll: (proposals: number) => `Accept ${plural(proposals, 'proposal')}`,
	done: 'Use this mapping',
	needs: (fields: readonly Field[]) => `needs ${fields.join(', ')}`,
	required: 'required',
	constant: (value: string) => `= ${value}`,
	constantValues: 'in every row',
	part: (label: string, number: number, all: number) => `${label} (${number}/${all})`,
	filled: {words: ' (fill down)', sign: ' ↓'},
	confidence: {certain: 'certain', likely: 'likely', possible: 'possible'} satisfies Record<Confidence, string>,
	header: 'Header',
	headerRow: (row: number) => `row ${count(row)}`,
	rows: 'Rows',
	tableRows: 'a row without a column describes its table',
	skipEmpty: (column: string) => `skip rows without ${column}`,
	skipAlone: (value: string) => `skip rows with only "${value}"`,
	skipEqual: (column: string, value: string) => `skip rows with ${column} "${value}"`,
	values: (field: Field, pairs: readonly string[]) => `${field}: ${pairs.join(', ')}`,
	replaced: (from: string, to: string) => `${from} becomes ${to}`,
	nameCase: {lower: 'names in lower case', upper: 'names in upper case'},
	status: {on: 'on', off: 'off', proposed: 'proposed'},
	unsent: (labels: readonly string[]) => `Not sent: ${labels.join(', ')}`,
	unsentOf: (labels: readonly string[]) => `${count(labels.length)} columns not sent: ${labels.join(', ')}`,
	everythingSent: 'Every column is sent.',
	counting: (part: number) => (part === 0 ? 'Counting…' : `Counting… ${percent(part, 1)}`),
	waiting: (field: Field) => `Rows and errors are counted once ${field} has a column.`,
	counted: ({rows, tables, errors}: MappedCounts) =>
		`${plural(rows, 'row')}, ${plural(tables, 'table')}, ${plural(errors, 'error')} left`,
	ifAccepted: (counted: string) => `${counted} if you accept`,
	ifAcceptedAndGiven: (counted: string, values: string) => `${counted} if you accept and give ${values}`,
	onceGiven: (counted: string, values: string, number: number) =>
		`${counted}, once ${values} ${number === 1 ? 'is' : 'are'} given`,
	/** The fields that have no value yet, by their names, and shorter. */
	missingValues: (fields: readonly Field[]) => [fields.join(', '), plural(fields.length, 'value')] as const,
	notCounted: (message: string) => `Not counted: ${message}`,
	fieldTitle: (field: Field) => `${field}: ${fieldDescriptions[field]}`,
	noSourceOptional: 'Nothing is sent for this field.',
	ownRows: 'table row',
	aboutOwnRows: 'The row that describes a table has its description.',
	movesTo: (column: string, field: Field) =>
		`If you accept, ${column} is the column of ${field} and no longer of this field.`,
	requiredColumn: 'Secoda needs this field. Choose its column.',
	requiredField: (key: string) =>
		`Secoda needs this field. Choose its column, or type one value for all rows (${key}).`,
	filledDown: 'Empty cells take the value above.',
	onlyPossible: (proposals: number) => `${count(proposals)} only possible`,
	aboutPossible: (fields: readonly Field[]) =>
		`Only values suggest ${fields.join(', ')}. Check ${fields.length === 1 ? 'its line' : 'their lines'} first.`,
	aboutNothing: 'Nothing is applied until you accept.',
	needsChange: 'change the file first',
	aboutAccept: 'Nothing is applied until you accept. Each proposal can also be changed or removed on its line.',
	aboutDone: 'The file itself does not change.',
	aboutHeader: 'The row with the names of the columns. Rows above it are not read.',
	aboutPart: 'Rows of the file are read in this way; the file itself does not change.',
	accepted: (proposals: number, possible: number) =>
		`Accepted ${plural(proposals, 'proposal')}${possible === 0 ? '' : `, ${count(possible)} of them only possible`}.`,
	lost: (fields: readonly Field[]) => `${fields.join(', ')} ${fields.length === 1 ? 'has' : 'have'} no column now.`,
	typeValue: (field: Field) => `${field} for all rows`,
	aboutValue: 'Every row gets this value. The file does not change.',
	aboutPath: 'Secoda shows each table under its database and its schema.',
	valueMissing: 'Type a value.',
	valueHasPeriod: 'A name cannot contain a period.',
	hidden: (above: number, below: number) =>
		[...(above === 0 ? [] : [`${above} more above`]), ...(below === 0 ? [] : [`${below} more below`])].join(', '),
	chooseColumn: (field: Field) => `Choose a column for ${field} (${fieldDescriptions[field]})`,
	chooseHeader: 'Which row has the names of the columns?',
	row: (row: number, cells: string) => `${count(row)}  ${cells}`,
	search: 'Search',
} as const;

export const choiceTexts = {
	inUse: (field: Field, values: string) => `now ${field}: ${values}`,
	constant: 'One value for all rows …',
	constantDetail: 'type it',
	fillDown: 'Fill down from above',
	fillDownDetail: 'empty cells take the value above',
	noFillDown: 'Do not fill down',
	noFillDownDetail: 'empty cells stay empty',
	split: (label: string, fields: readonly Field[]) => `Split ${label} into ${fields.join('.')}`,
	nothing: 'No column',
	nothingDetail: 'nothing is sent for this field',
};

export const mappingKeyTexts = {
	nothingProposed: 'There are no proposals to accept.',
	selectField: 'Select a field first.',
	oneForEach: (field: Field) => `Every row needs its own ${field}. Choose a column instead.`,
	fillsColumns: 'Only a field with a column can be filled down.',
	differentRows: (field: Field) => `Every row needs its own ${field}, so it is not filled down.`,
	noGaps: 'This column has no empty cells below a value.',
	nothingToRemove: 'This field has no column.',
	isOff: 'This line is off already.',
	acceptFirst: (proposals: number, accept: string, remove: string) =>
		`${plural(proposals, 'proposal')} left: ${accept} accepts all, ${remove} removes the selected one.`,
	leaveAgain: (key: string) => `${key} again discards what you have changed here.`,
	missing: (fields: readonly Field[], choose: string, type: string) =>
		`Still needed: ${fields.join(', ')}. ${choose} lists the columns, ${type} takes one value for all rows.`,
};

/** The mapping in one line, for the summary of a profile. */
export const summaryTexts = {
	mapped: (label: string, field: string) => `"${label}" as ${field}`,
	constant: (field: Field, value: string) => `${field} "${value}" in every row`,
	unsent: (labels: readonly string[]) => `not sent: ${labels.slice(0, 2).join(', ')}${labels.length > 2 ? ', …' : ''}`,
};
