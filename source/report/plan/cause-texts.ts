import type {Cause, Explained, ReadingOption} from '../../plan/causes/cause.ts';
import {countedNames} from '../../plan/entity-names.ts';
import {nameText} from '../../plan/name-text.ts';
import {count, plural} from '../../text/format.ts';
import {shellWord} from '../../text/shell-word.ts';
import {visible} from '../../text/visible.ts';

/** A cause as text that is safe to show: what it is, and what to do. */
export type CauseText = {readonly problem: string; readonly hint: string};

/** Returns a cause as text. */
export function causeText(cause: Cause): CauseText {
	return {problem: [problemOf(cause), ...explainedTexts(cause.explained)].join(' '), hint: hintOf(cause)};
}

/** Returns options as they are typed. */
function optionsText(fix: readonly ReadingOption[]): string {
	return fix.map(({option, value}) => `${option} ${shellWord(value)}`).join(' ');
}

/** Formats what a cause explains: "Hidden: 3 tables, 41 columns." */
function explainedTexts({hidden, created}: Explained): readonly string[] {
	const [hiddenText, createdText] = [countedNames(hidden), countedNames(created)];
	if (hidden.length > 0 && hiddenText === createdText) return [`Hidden and created again: ${hiddenText}.`];
	return [
		...(hidden.length === 0 ? [] : [`Hidden: ${hiddenText}.`]),
		...(created.length === 0 ? [] : [`Created: ${createdText}.`]),
	];
}

function problemOf(cause: Cause): string {
	switch (cause.kind) {
		case 'other-kind':
			return `The last upload to this integration was of another kind (${visible(cause.earlier)}).`;
		case 'empty':
			return 'The file is empty.';
		case 'truncated':
			return `The file ends after ${nameText(cause.last)}, where the last one continued.`;
		case 'fewer':
			return `The file has only ${countedNames([cause.inFile])} of ${count(cause.inCatalog.count)}.`;
		case 'case':
			return `Names changed their case: ${changed(cause)}.`;
		case 'id-case':
			return `The ids of ${count(cause.count)} resources changed their case: ${listed(cause)}.`;
		case 'id-punctuated':
			return `The ids of ${count(cause.count)} resources differ only in white space or separators: ${listed(cause)}.`;
		case 'other-ids':
			return `${count(cause.count)} resources have other ids: ${listed(cause)}.`;
		case 'container-renamed':
			return `The ${cause.container} "${visible(cause.before)}" is called "${visible(cause.after)}" in the file.`;
		case 'container-gone':
			return `The file has nothing of ${plural(cause.count, cause.container)}: ${listed(cause)}.`;
		case 'type-gone':
			return `The file has no ${cause.explained.hidden.map(({entity}) => entity.plural).join()}.`;
		case 'date-shards':
			return `Table names contain a date, so each date is a new page: ${listed(cause)}.`;
		case 'shrunk':
			return `${plural(cause.count, 'table')} lost more than half of ${cause.count === 1 ? 'its' : 'their'} columns: ${listed(cause)}.`;
		case 'punctuated':
			return `Names changed only in white space or periods: ${changed(cause)}.`;
	}
}

/** Returns what to do. Pages of new names start without owners, tags and documentation. */
function hintOf(cause: Cause): string {
	const {fix, kind} = cause;
	switch (kind) {
		case 'other-kind':
			return 'Upload the same kind of file as before, or use another integration.';
		case 'empty':
			return 'Check the query and the role of the export. A failed query is often exported as an empty file.';
		case 'truncated':
			return 'Export the file again, and check that the export finishes.';
		case 'fewer':
			return 'Check the export: a filter, a row limit, or a role with fewer rights.';
		case 'case':
			return fix.length > 0
				? `Write names as before: ${optionsText(fix)}`
				: 'No option restores all names. Write them in the export as they were before.';
		case 'id-case':
		case 'id-punctuated':
		case 'other-ids':
			return 'Each id has its own page. Use the ids of the last upload to keep owners, tags and documentation.';
		case 'container-renamed':
			return fix.length > 0
				? `Keep the pages with their owners, tags and documentation: ${optionsText(fix)}`
				: 'Owners, tags and documentation stay with the hidden pages. Use the earlier name in the export to keep them.';
		case 'container-gone':
			return `Was the file exported with another role, or filtered? Check that the role can read the ${cause.container}.`;
		case 'type-gone':
			return 'Was the file exported with another role, or filtered? Add them to the file to keep their pages.';
		case 'date-shards':
			return 'Describe the tables of all dates as one table without the date. The BigQuery query does: secoda-upload sql bigquery';
		case 'shrunk':
			return 'Was the file exported with another role, or joined with a table that has no rows? Check its columns.';
		case 'punctuated':
			return fix.length > 0
				? `Write names as before: ${optionsText(fix)}`
				: 'Write them in the export as they were before, or split qualified names into database, schema and table: --split';
	}
}

type Changed = Extract<Cause, {kind: 'case' | 'punctuated'}>;

function changed({before, after}: Changed): string {
	return after === undefined
		? `${nameText(before)} has another form now`
		: `${nameText(before)} is ${nameText(after)} now`;
}

type Listed = Extract<
	Cause,
	{kind: 'container-gone' | 'date-shards' | 'shrunk' | 'other-ids' | 'id-case' | 'id-punctuated'}
>;

/** The number of names to show. */
const mostNames = 3;

function listed({names, count: all}: Listed): string {
	const shown = names.slice(0, mostNames).map(nameText);
	const more = all - shown.length;
	return [...shown, ...(more > 0 ? [`and ${count(more)} more`] : [])].join(', ');
}
