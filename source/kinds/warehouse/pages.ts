import type {ProblemPage, ProblemPages} from '../problem-page.ts';
import {cellRules} from './cell/index.ts';
import {lowercasedPage} from './cell/lowercased.ts';
import type {Code} from './codes.ts';
import {blankLabel} from './file/blank-label.ts';
import {dialect} from './file/dialect.ts';
import {duplicateLabel} from './file/duplicate-label.ts';
import {extraLabel} from './file/extra-label.ts';
import {missingLabel} from './file/missing-label.ts';
import {noRecords} from './file/no-records.ts';
import {preamble} from './file/preamble.ts';
import {emptyFilePage, formatErrorPage, wrongKindPage} from './file/unreadable.ts';
import {caseCollision} from './relation/case-collision.ts';
import {duplicateRow} from './relation/duplicate-row.ts';
import {tableConflict} from './relation/table-conflict.ts';
import {rowRules} from './row/index.ts';

/** The pages of codes that are not rules about one row or cell. */
const others = {
	'format-error': formatErrorPage,
	'wrong-kind': wrongKindPage,
	'empty-file': emptyFilePage,
	'missing-label': missingLabel.page,
	'duplicate-label': duplicateLabel.page,
	'blank-label': blankLabel.page,
	'no-records': noRecords.page,
	'duplicate-row': duplicateRow.page,
	'case-collision': caseCollision.page,
	'table-conflict': tableConflict.page,
	dialect: dialect.page,
	preamble: preamble.page,
	lowercased: lowercasedPage,
	'extra-label': extraLabel.page,
} as const satisfies {readonly [C in Code]?: ProblemPage};

/** The page of each code, from the file of its rule. */
export const pages: ProblemPages = new Map<string, ProblemPage>([
	...Object.entries(others),
	...[...rowRules, ...cellRules].map(({code, page}) => [code, page] as const),
]);
