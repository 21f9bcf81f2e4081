import type {Ending} from '../job/ending.ts';
import {nameText} from '../plan/name-text.ts';
import {count} from '../text/format.ts';
import {shortText} from './plan/field-text.ts';

type Differences = NonNullable<Ending['differences']>;
type Page = Differences['missing']['first'][number];

/** The number of characters of a description to show. */
const mostShown = 60;

/** Returns how the catalog differs from what was sent, as lines. */
export function differenceLines(differences: Differences | undefined): readonly string[] {
	if (differences === undefined) return [];
	const {texts, missing, stillShown} = differences;
	return [
		...linesOf('Other descriptions in Secoda', texts, page => {
			const {field, sent, secoda} = page;
			return `${pageText(page)}, ${field}: in Secoda ${quoted(secoda)}, sent ${quoted(sent)}`;
		}),
		...linesOf('In the file, not shown in Secoda', missing, pageText),
		...linesOf('Not in the file, still shown in Secoda', stillShown, pageText),
	];
}

function linesOf<Shown>(
	title: string,
	{count: all, first}: {readonly count: number; readonly first: readonly Shown[]},
	format: (page: Shown) => string,
): readonly string[] {
	if (all === 0) return [];
	const more = all - first.length;
	return [
		`${title} (${count(all)}):`,
		...first.map(page => `  ${format(page)}`),
		...(more === 0 ? [] : [`  and ${count(more)} more`]),
	];
}

function pageText({entity, name}: Page): string {
	return `${entity.singular} ${nameText(name)}`;
}

function quoted(text: string): string {
	return text === '' ? '(empty)' : `"${shortText(text, mostShown)}"`;
}

/** Returns how the catalog differs from what was sent, in the documented shape of `upload --json`. */
export function differencesJson({texts, missing, stillShown}: Differences): object {
	const pageJson = ({entity, name}: Page) => ({entity: entity.singular, key: name.join('.')});
	return {
		texts: {
			count: texts.count,
			first: texts.first.map(({field, sent, secoda, ...page}) => ({...pageJson(page), field, sent, secoda})),
		},
		missing: {count: missing.count, first: missing.first.map(pageJson)},
		stillShown: {count: stillShown.count, first: stillShown.first.map(pageJson)},
	};
}
