import type {ResourceName} from '../../kinds/resources.ts';
import {countedNames} from '../../plan/entity-names.ts';
import {hasLoss, type NamedPages, type Rollback} from '../../plan/rollback/rollback-loss.ts';
import {count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';

/** The number of names in a line. */
const shownNames = 3;

/** The texts about what a rollback cannot bring back. */
const texts = {
	title: (to: number) => `Rollback to upload #${to}: its files are sent again as they were.`,
	noLoss: 'As far as is known, this brings everything back except timestamps.',
	lossTitle: 'What it cannot bring back:',
	unknownValues:
		'values that were set since: what was sent last is not kept here, so they are not known. An empty value never overwrites',
	emptied: (pages: string, fields: string) =>
		`${pages} would keep values that were empty then, because an empty value never overwrites: ${fields}`,
	edited: (pages: string) =>
		`${pages} with a description that a person changed in Secoda since: it stays if the Property import is Smart, and is lost if it is Always`,
	worked: (pages: string) => `${pages} that people worked on, and that would be hidden`,
	gone: (resources: string) =>
		`${resources} that are not shown now: it is not documented whether Secoda shows hidden pages again, and with which owners, tags and texts`,
} as const;

/** Returns what a rollback cannot bring back as lines. */
export function rollbackLines({to, loss}: Rollback): readonly string[] {
	if (!hasLoss(loss)) return [texts.title(to), texts.noLoss];
	const {emptied, edited, worked, gone} = loss;
	const items = [
		...(emptied === undefined ? [`${texts.unknownValues}.`] : []),
		...itemOf(emptied, ({pages, fields}) =>
			texts.emptied(
				plural(pages, 'page'),
				fields.map(({field, pages}) => `${visible(field)} (${count(pages)})`).join(', '),
			),
		),
		...itemOf(edited, ({pages}) => texts.edited(plural(pages, 'page'))),
		...itemOf(worked, ({pages}) => texts.worked(plural(pages, 'page'))),
		...itemOf(gone, ({counts}) => texts.gone(countedNames(counts))),
	];
	return [texts.title(to), texts.lossTitle, ...items.map(item => `  ${item}`)];
}

/** Returns an item with the first names of its pages; nothing without pages. */
function itemOf<Pages extends NamedPages>(
	pages: Pages | undefined,
	format: (pages: Pages) => string,
): readonly string[] {
	if (pages === undefined || pages.pages === 0) return [];
	const names = pages.names.slice(0, shownNames).map(name => visible(nameText(name)));
	const more = pages.pages - names.length;
	return [`${format(pages)}: ${[...names, ...(more === 0 ? [] : [`and ${count(more)} more`])].join(', ')}.`];
}

/** Returns a rollback in the documented shape of `rollback --json`. */
export function rollbackJson({to, loss}: Rollback): object {
	const {emptied, edited, worked, gone} = loss;
	const pages = ({pages, names}: NamedPages) => ({pages, names: names.map(nameText)});
	return {
		to,
		cannotRestore: {
			emptied:
				emptied === undefined
					? null
					: {...pages(emptied), fields: Object.fromEntries(emptied.fields.map(({field, pages}) => [field, pages]))},
			edited: pages(edited),
			workedOn: pages(worked),
			notShown: pages(gone),
		},
	};
}

function nameText(name: ResourceName): string {
	return name.join('.');
}
