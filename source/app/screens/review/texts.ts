/** The texts of the review screen, in the order in which the user meets them. Parameters such as `undo` are keys as the screen writes them. The labels of keys are in the keymaps. */
import type {RowNumber} from '../../../records/row-numbers.ts';
import {count, percent, plural} from '../../../text/format.ts';
import type {RowChoice, ShownRows} from './shown.ts';

/** All rows, or only some of them: counts and fixes then concern the rows shown. */
type RowsKind = ShownRows['kind'];

/** A filter as the screen writes it. */
type ShownFilter = Pick<RowChoice, 'text' | 'problemsOnly'>;

export const titleTexts = {
	checking: (part: number) => `checking ${percent(part, 1)}`,
	checkedPart: (part: number) => `checked ${percent(part, 1)}`,
	unsaved: (rows: number) => plural(rows, 'unsaved row'),
	unsavedShort: (rows: number) => `${count(rows)} unsaved`,
	withProblems: 'with problems',
	withProblemsShort: 'problems',
	stale: (rows: number) => `${count(rows)} no longer match`,
	staleShort: (rows: number) => `${count(rows)} unmatched`,
	unprotected: 'edits not protected',
	noProblems: 'no problems',
	inCells: (cells: number) => `in ${plural(cells, 'cell')}`,
	problem: (number: number, all: number) => `problem ${count(number)} of ${count(all)}`,
};

export const rowTexts = {
	unreadable: 'This row cannot be read',
	row: (row: RowNumber) => `row ${count(row)}`,
	cell: (column: number) => `cell ${column + 1}`,
	empty: '(empty)',
	/** Stands for the start of a text that is cut. */
	cut: '…',
	skipped: 'This row is skipped: it is not saved and not sent.',
	unknownColumn: 'Secoda does not know this column, so it is not sent.',
	sentAs: (value: string) => `Secoda receives: ${value || '(empty)'}`,
};

export const problemTexts = {
	safe: '(safe)',
	/** The count is of the whole file, whatever rows are shown. */
	others: (others: number, shown: RowsKind) =>
		`${count(others)} more ${shown === 'some' ? 'in the file' : 'like this'}`,
	fixOthers: (shown: RowsKind) => (shown === 'some' ? 'fixes the rows shown' : 'fixes all'),
	more: (number: number) => `and ${count(number)} more`,
	edit: 'edit',
	editRow: 'edit the row',
	skip: 'skip the row',
	noneHere: (nextProblem: string) => `No problem in this cell. ${nextProblem} goes to the next one.`,
	noneShown: (allRows: string) => `No problems in the rows shown. ${allRows} shows all rows.`,
	none: 'No problems in this file.',
	continued: (direction: 'next' | 'previous', shown: RowsKind) =>
		`Continued from the ${direction === 'next' ? 'top' : 'end'} of ${shown === 'some' ? 'the rows shown' : 'the file'}.`,
	noFix: (code: string, edit: string, rowMenu: string) =>
		`No automatic fix for ${code}. ${edit} edits the cell, ${rowMenu} skips the row.`,
	onlyOneFix: (number: number, fix: string) => `No fix ${number} here. ${fix} applies the only one.`,
	noSuchFix: (number: number, last: number) => `No fix ${number} here. Press 1 to ${last}.`,
};

export const checkTexts = {
	running: (part: number) =>
		`Checking the file: ${percent(part, 1)}. You can look at rows; edits are possible after that.`,
	failed: (part: number, reason: string) => `Only ${percent(part, 1)} of the file was checked. ${reason}`,
	encoding: (encoding: string) => `Read as ${encoding}, saved and sent as UTF-8.`,
	fixErrorsFirst: (errors: number, nextProblem: string) =>
		errors === 1
			? 'Fix this error before you upload. It is the only one.'
			: `Fix ${count(errors)} errors before you upload. This is the first; ${nextProblem} goes to the next.`,
};

export const mappingTexts = {
	mapColumns: (mapColumns: string) => `${mapColumns} maps the columns.`,
	notMapped: (format: string) => `The fields of a ${format} file have their own names, so there is nothing to map.`,
	noHeader: 'The header of this file cannot be read, so its columns cannot be mapped.',
};

export const otherFileTexts = {
	onlyFile: 'Only one file is open.',
	notChecked: (name: string) => `${name} is still being checked.`,
};

export const lineageTexts = {
	noneInFormat: (format: string) => `${format} has no lineage. Convert it: secoda-upload convert`,
	openEdges: (file: string) => `Open ${file} too to see edges.`,
	lineageFile: 'the file with the edges',
	noResource: (row: RowNumber) => `Row ${count(row)} has no resource with an id.`,
	noEdge: (row: RowNumber) => `The ends of row ${count(row)} cannot be read as an edge.`,
};

export const editTexts = {
	cellTitle: (row: RowNumber, column: string) => `Edit row ${count(row)} · ${column}`,
	rowTitle: (row: RowNumber, format: string) => `Edit row ${count(row)} as a line of ${format}`,
	notOneRow: (format: string) => `This is not one row of ${format}.`,
	pasteOneRow: 'Paste one row at a time.',
	checkQuotes: 'Check the quotes.',
	lookAt: (column: number, found: string) =>
		found === '' ? 'It ends too early.' : `Look at column ${count(column)}: ${found}`,
	noProblems: 'No problems in this text',
	comparedLater: 'Compared with other rows when you apply it',
	pastedRow: 'Pasted a whole row.',
	tooLong: (row: RowNumber, rowMenu: string) => `Row ${count(row)} is too long to edit. ${rowMenu} skips it.`,
	unmapped: (mapColumns: string) =>
		`Rows can be edited once the header is correct. ${mapColumns} maps its columns; or correct it in the file.`,
	wrongHeader: 'Rows can be edited once the header is correct. Correct the header in the file.',
	noRows: 'The file has no rows to edit. Check the export.',
	headerRow: 'The header row cannot be edited here. Correct it in the file.',
	skippedRow: (row: RowNumber, rowMenu: string) => `Row ${count(row)} is skipped. ${rowMenu} restores it.`,
};

export const changeTexts = {
	changed: (row: RowNumber, undo: string) => `Row ${count(row)} changed. ${undo} undoes it.`,
	replaced: (row: RowNumber, undo: string) => `Row ${count(row)} replaced. ${undo} undoes it.`,
	fixed: (rows: number, row: RowNumber, fix: string, nextProblem: string) =>
		`${rows === 1 ? `Row ${count(row)}` : plural(rows, 'row')} fixed: ${fix}. ${nextProblem} goes to the next problem.`,
	fixedAll: (rows: number, undo: string) => `Fixed ${plural(rows, 'row')}. ${undo} undoes all of them.`,
	skipped: (row: RowNumber, undo: string) => `Row ${count(row)} skipped. ${undo} undoes it.`,
	restored: (row: RowNumber) => `Row ${count(row)} restored.`,
	moved: (what: 'Undone' | 'Redone', step: string, rows: number) =>
		`${what}: ${step}${rows > 1 ? ` (${plural(rows, 'row')})` : ''}.`,
	nothingChanged: 'Nothing changed.',
	nothingToFix: 'Nothing to fix.',
	nothingToUndo: 'Nothing to undo.',
	nothingToRedo: 'Nothing to redo.',
};

export const fixKindTexts = {
	question: (code: string, cells: string, shown: RowsKind) =>
		`Fix "${code}" in ${cells}${shown === 'some' ? ' of the rows shown' : ''}?`,
	sample: (row: RowNumber, value: string, fix: string) =>
		`row ${count(row)}${value === '' ? '' : ` "${value}"`}: ${fix}`,
	moreCells: (cells: number) => `and ${plural(cells, 'more cell')}`,
	more: 'and more',
	none: (code: string, shown: RowsKind) =>
		`No automatic fix for any ${code} ${shown === 'some' ? 'in the rows shown' : 'in this file'}.`,
	atLeast: (cells: number) => `${plural(cells, 'cell')} or more`,
};

export const kindsTexts = {
	title: 'Problems by kind',
	safeFixes: (cells: string, shown: RowsKind) =>
		`Safe fixes for ${cells}${shown === 'some' ? ' in the rows shown' : ''}: they cannot change the meaning of a value.`,
	noSafeFixes: (shown: RowsKind, nextProblem: string) =>
		`No safe fixes${shown === 'some' ? ' in the rows shown' : ''}. ${nextProblem} goes to the next problem.`,
	wholeFile: 'These problems concern the whole file. Correct them in the file itself.',
	noAction: 'No action needed.',
	others: (kinds: number) => `and ${plural(kinds, 'other kind')}`,
};

export const rowMenuTexts = {
	title: (row: RowNumber) => `Row ${count(row)}`,
	skip: (effect: string) => `Skip this row (${effect})`,
	restore: 'Restore this row',
	skipBlank: 'it is empty and not sent anyway',
	skipHides: {page: 'Secoda then hides its page', edge: 'its edge is then not sent'},
	skipKeeps: (thing: 'page' | 'edge', other: RowNumber) => `its ${thing} stays: row ${count(other)} describes it too`,
	goTo: (row: RowNumber) => `Go to row ${count(row)}, which this problem is about`,
	goToProposed: (row: RowNumber, field: string) => `Go to row ${count(row)}, which has the proposed ${field}`,
	/** `nearest` is the name of the relative: the parent, the first child. */
	goToRelative: (nearest: string, relative: string) => `Go to the ${nearest}: ${relative}`,
	noRelative: (nearest: string, reason: string) => `Go to the ${nearest}: ${reason}`,
};

export const relativeTexts = {
	row: (row: RowNumber) => `row ${count(row)}`,
	rowIn: (row: RowNumber, file: string) => `row ${count(row)} of ${file}`,
	thisFile: 'this file',
	missing: (file: string) => `not in ${file}`,
	notOpen: 'its file is not open',
	notCompared: 'not looked up yet',
	isMissing: (name: string, file: string) => `${name} is not in ${file}.`,
	isNotOpen: (name: string) => `The file that has ${name} is not open.`,
	isOutside: (name: string, type: string) => `The ${type} ${name} has no row.`,
	number: (number: number, type: string, counted: 'all' | 'least') =>
		`${count(number)}${counted === 'least' ? '+' : ''} ${type}`,
	/** Between two parts of a path. */
	next: ' › ',
	/** Stands for others that are not shown. */
	cut: '…',
	cycle: 'cycle: ',
	unreadable: 'Related rows cannot be read.',
};

export const goToTexts = {
	title: 'Go to row',
	range: (first: number, last: number) => `Type a row number from ${count(first)} to ${count(last)}.`,
	noRows: 'The file has no rows.',
	omitted: (wanted: number, next: RowNumber) =>
		`Row ${count(wanted)} of the file is not in the list. The next one is row ${count(next)}.`,
	hidden: (row: RowNumber, go: string) =>
		`The filter hides row ${count(row)}. Press ${go} again to show all rows and go there.`,
};

export const findTexts = {
	filterTitle: 'Filter rows',
	searchTitle: 'Search',
	waiting: (part: number) => `Checking the file: ${percent(part, 1)}. This starts when it is done.`,
	allRows: 'All rows',
	allProblems: 'All rows with problems',
	rowsIn: (terms: string) => `Rows in which ${terms}`,
	andProblem: ', and there is a problem',
	filterForms: 'text   field=value   field=   field~regex   problem=code   "two words"',
	filterHelp: 'All terms must match. Put ! before a term to exclude it: !field=value',
	fields: (names: readonly string[]) => `Fields: ${names.join(', ')}`,
	searchHelp: (shown: RowsKind) => `In cells and column names${shown === 'some' ? ' of the rows shown' : ''}`,
	searchAgain: (text: string) => `Enter searches for "${text}" again`,
	toColumn: (label: string) => `Enter goes to the column ${label}`,
	caseSensitive: 'Case-sensitive, because it has upper-case letters',
	ignoresCase: 'Not case-sensitive',
	column: (label: string, nextMatch: string) => `Column ${label}. ${nextMatch} goes to the next match.`,
	noSearch: (search: string) => `No search yet. ${search} starts one.`,
	inLabel: 'The match is in the name of this column.',
	onlyMatch: (shown: RowsKind) => `This is the only match${shown === 'some' ? ' in the rows shown' : ''}.`,
	notFound: (text: string, shown: RowsKind) => `No match for "${text}"${shown === 'some' ? ' in the rows shown' : ''}.`,
	wrapped: (shown: RowsKind) => `Continued from the other end of ${shown === 'some' ? 'the rows shown' : 'the file'}.`,
};

export const filterErrorTexts = {
	unknownField: (name: string) => `Unknown field "${name}".`,
	quoteField: 'To filter by it as text, put it in quotes.',
	unknownProblem: (name: string) => `Unknown problem "${name}".`,
	problemList: (kinds: string) => `${kinds} lists the problems of this file.`,
	didYouMean: (name: string) => `Did you mean ${name}?`,
	invalidPattern: (pattern: string, reason: string) => `Invalid regular expression ${pattern}: ${reason}.`,
	openQuote: 'The closing quote (") is missing.',
	emptyTerm: 'Type a text to filter by.',
};

export const workTexts = {
	searching: (text: string, part: number, stop: string) => `Searching for ${text}: ${percent(part, 1)}. ${stop} stops.`,
	filtering: (text: string, part: number, stop: string) =>
		`Filtering by ${text || 'problems'}: ${percent(part, 1)}. ${stop} stops.`,
	filtered: (rows: number, filter: ShownFilter, allRows: string) =>
		`${plural(rows, 'row')} ${filterResult(rows, filter)}. ${allRows} shows all rows.`,
	noRows: ({text, problemsOnly}: ShownFilter) =>
		text === '' ? 'No rows have problems.' : `No rows match ${text}${problemsOnly ? ' and have problems' : ''}.`,
	previousShown: 'The previous rows are still shown.',
	noRowsAnyMore: (text: string) =>
		`${text === '' ? 'No rows have problems' : `No rows match ${text}`} any more. All rows are shown.`,
	searchStopped: (part: number) => `Search stopped at ${percent(part, 1)}.`,
	filterStopped: (part: number) => `Filter stopped at ${percent(part, 1)}.`,
	filterIncomplete: (part: number, last: RowNumber, reapply: string) =>
		`Stopped at ${percent(part, 1)}: matches after row ${count(last)} may be missing. ${reapply} filters again.`,
	slowPattern: (row: RowNumber) =>
		`The regular expression takes too long on row ${count(row)}. Simplify it: a repetition inside a repetition, such as (a+)+, is slow.`,
	rowAdded: (row: RowNumber) => `Row ${count(row)} does not match the filter, but is shown.`,
};

function filterResult(rows: number, {text, problemsOnly}: ShownFilter): string {
	const [match, have] = rows === 1 ? ['matches', 'has'] : ['match', 'have'];
	if (text === '') return `${have} problems`;
	return `${match} ${text}${problemsOnly ? ` and ${have} problems` : ''}`;
}

export const saveTexts = {
	title: (rows: number) => `Save edits in ${plural(rows, 'row')}`,
	newCopy: (name: string) => `A fixed copy next to the file: ${name}`,
	ownCopy: (name: string) => `To ${name}, which you saved before.`,
	foreignCopy: (name: string) => `${name} exists and was not saved from here.`,
	notAFile: (name: string) => `${name} exists and is not a regular file, so it cannot be replaced.`,
	encoding: (encoding: string) => `It is written as UTF-8; the original file is ${encoding}.`,
	originalKept: 'The original file does not change.',
	originalKeptUnlessInPlace: 'The original file does not change unless you save in place.',
	saving: 'Saving',
	copyExists: (replace: string) => `The copy was not saved from here. ${replace} replaces it.`,
	copyNotReplaceable: (saveAs: string) => `The copy cannot be replaced. ${saveAs} saves under another name.`,
	noForeignCopy: 'There is no other copy to replace.',
	notInPlace: 'The file was converted when it was opened, so it cannot be saved in place.',
	nothingToSave: 'Nothing to save: there are no unsaved edits.',
	asUtf8: ' as UTF-8',
	originalEncoding: (encoding: string) => `The original file is ${encoding} and does not change.`,
};

export const convertTexts = {
	title: 'Different encoding',
	question: (rows: number, encoding: string) =>
		`${plural(rows, 'row')} cannot be read as UTF-8. The file looks like ${encoding}. Read it with that encoding? It is saved and sent as UTF-8; the original file does not change.`,
	read: (encoding: string) => `read as ${encoding}`,
	keep: 'keep UTF-8',
};

export const quitTexts = {
	title: (rows: number) => `Unsaved edits in ${plural(rows, 'row')}`,
	answers: (keep: string, next: string, discard: string) =>
		`${keep} keeps them for later: ${next}. ${discard} discards them.`,
	nextOpening: 'you can restore them when you open this file again',
	nextEncoding: (encoding: string) => `you can restore them when you read this file as ${encoding} again`,
	cannotSave: (path: string) => `Another program changed ${path}, so the edits cannot be saved now.`,
	cannotKeep: (reason: string, discard: string) =>
		`The edits cannot be kept for later: ${reason}. ${discard} discards them.`,
	answersLeft: (save: string, discard: string) => `${save} saves the edits, ${discard} discards them.`,
	temporary: 'this file is deleted when the program ends',
	noJournal: 'the journal of edits cannot be written',
};

export const fileErrorTexts = {
	saveAs: (problem: string) => `${problem} Save your edits under another name: Ctrl+S, then a.`,
	keep: (problem: string, hint: string) =>
		`${problem} Your edits are still here. To keep them for later, press q, then k. ${hint}`,
	cannotKeep: (problem: string, hint: string) =>
		`${problem} Your edits are still here, but cannot be kept for later. ${hint}`,
	orRestoreFile: 'Or restore the earlier content of the file, then save.',
	restoreFile: 'Restore the earlier content of the file, then save.',
	lost: (path: string) => `Another program changed ${path}. Rows may be wrong or missing`,
	lostUnedited: (lost: string) =>
		`${lost}, and edits cannot be saved. Open the file again to work with its new content.`,
	lostEdited: (lost: string) =>
		`${lost}, and edits cannot be saved. To keep them for later, press q, then k. Or restore the earlier content of the file, then save.`,
	lostUnprotected: (lost: string) =>
		`${lost}, and edits can be neither saved nor kept for later. Restore the earlier content of the file, then save.`,
};
