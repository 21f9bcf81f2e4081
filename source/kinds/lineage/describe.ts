import type {JsonRow} from '../json/json-row.ts';
import {describeLine} from '../json/line-rules.ts';
import {forRow} from '../json/row-fixes.ts';
import type {Finding, Fix, Problem} from '../problem.ts';
import {codes, isCode} from './codes.ts';
import {fields} from './field.ts';
import type {EdgeContext} from './rules/edge-rule.ts';
import {edgeRules} from './rules/index.ts';

const longestTitle = 160;

/** Returns the problem of a finding: value, message and fixes are derived from the row that was read. */
export function describe(finding: Finding, read: JsonRow, context: EdgeContext): Problem {
	const {row, code, field} = finding;
	const {scanner, misspelt} = read.line;
	const severity = codes.get(code)?.severity ?? 'error';
	const line = describeLine(finding, read);
	if (line !== undefined) return {...finding, severity, value: lineValue(read, field), ...line};
	const rule = isCode(code) ? edgeRules.find(rule => rule.code === code) : undefined;
	if (rule === undefined) throw new RangeError(`${code} is not a code of a lineage file`);
	const place = field === undefined ? undefined : {field, column: fields.indexOf(field)};
	const edge = {row, record: scanner, misspelt};
	const fixes = forRow(rule.fixes(edge, place, context), read).map(withShortTitle);
	return {
		...finding,
		severity,
		value: place === undefined ? '' : scanner.value(place.column),
		message: rule.message(edge, place, context),
		...(code === 'duplicate-edge' && context.earlier !== 0 ? {related: context.earlier} : {}),
		fixes,
	};
}

/** Returns the value of a key as it is written. */
function lineValue({written, format}: JsonRow, field: string | undefined): string {
	return field === undefined ? '' : written.value(format.columns.objectAt(field));
}

function withShortTitle(fix: Fix): Fix {
	return fix.title.length > longestTitle ? {...fix, title: `${fix.title.slice(0, longestTitle)}…`} : fix;
}
