import type {ResourceSide} from '../../plan/changes/side.ts';
import type {EditedPage, MarkName} from '../../plan/marked-pages.ts';
import {nameText} from '../../plan/name-text.ts';
import type {Plan} from '../../plan/plan.ts';
import {count, plural} from '../../text/format.ts';
import {shortText} from './field-text.ts';

/** The number of edited pages in a text. */
const maxLines = 20;

/** A description that people changed in Secoda: its field, its three values, and the effect of the upload. */
type EditedText = {
	readonly field: string;
	readonly sent: string;
	readonly secoda: string;
	readonly file: string;
	/** An empty value never overwrites [doc]. Otherwise it depends on the Property import of the integration. */
	readonly effect: 'kept' | 'kept-or-replaced';
};

const effectTexts: {readonly [Effect in EditedText['effect']]: string} = {
	kept: 'stays, because an empty value never overwrites',
	'kept-or-replaced': 'stays if the Property import is Smart, is replaced if it is Always',
};

/** Returns the descriptions that people changed in Secoda since the last upload, and the marks of hidden pages that are unknown, as lines. */
export function peopleLines(plan: Plan): readonly string[] {
	const {edited, loss} = plan;
	const lines = (edited?.pages ?? []).slice(0, maxLines).map(page => {
		const {field, sent, secoda, file, effect} = editedText(plan, page);
		const name = nameText(plan.sides.after.nameOf(page.entity, page.after));
		const values = `in Secoda ${quoted(secoda)}, last sent ${quoted(sent)}, in the file ${quoted(file)}`;
		return `  ${page.entity.singular} ${name}, ${field}: ${values}; ${effectTexts[effect]}`;
	});
	const more = (edited?.count ?? 0) - lines.length;
	return [
		...(lines.length === 0
			? []
			: [`Changed in Secoda since the last upload: ${plural(lines.length + more, 'description')}`]),
		...lines,
		...(more === 0 ? [] : [`  and ${count(more)} more`]),
		...(loss === undefined || loss.unknown.length === 0
			? []
			: [`Unknown of hidden pages: ${loss.unknown.map(mark => unknownTexts[mark]).join(', ')}`]),
	];
}

/** The number of characters of a description. */
const mostShown = 40;

function quoted(text: string): string {
	return text === '' ? '(empty)' : `"${shortText(text, mostShown)}"`;
}

const unknownTexts: {readonly [Mark in MarkName]: string} = {
	owner: 'owners',
	description: 'whether a description was written in Secoda',
	verified: 'verifications',
	tag: 'tags',
	collection: 'collections',
	bookmark: 'bookmarks',
};

/** Returns the edited pages and what people left on hidden ones as JSON. */
export function peopleJson(plan: Plan): object {
	const {edited, loss, sides} = plan;
	const pages = (edited?.pages ?? []).map(page => ({
		entity: page.entity.singular,
		key: sides.after.nameOf(page.entity, page.after).join('.'),
		...editedText(plan, page),
	}));
	return {
		edited: edited === undefined ? null : {count: edited.count, pages},
		loss:
			loss === undefined
				? null
				: {
						pages: loss.pages,
						marks: Object.fromEntries(loss.counts.map(({mark, pages}) => [mark, pages])),
						unknown: loss.unknown,
						first: loss.ranked.map(({entity, before, marks}) => ({
							entity: entity.singular,
							key: sides.hidden.nameOf(entity, before).join('.'),
							marks,
						})),
					},
	};
}

/** Returns an edited description. Descriptions are the only values with a name that ends so. */
function editedText({sides}: Plan, {entity, after, before, text}: EditedPage): EditedText {
	const descriptionOf = (side: ResourceSide | undefined, number: number) =>
		side?.fieldsOf(entity, number).find(({field}) => field.endsWith('description'));
	const [sent, file] = [descriptionOf(sides.values, before), descriptionOf(sides.after, after)];
	return {
		field: file?.field ?? sent?.field ?? 'description',
		sent: sent?.value ?? '',
		secoda: text,
		file: file?.value ?? '',
		effect: (file?.value ?? '') === '' ? 'kept' : 'kept-or-replaced',
	};
}
