import type {EntityType} from '../../../kinds/resources.ts';
import type {Change} from '../../../plan/changes/change-list.ts';
import type {MarkName} from '../../../plan/marked-pages.ts';
import type {Plan} from '../../../plan/plan.ts';

type NumberMap<Value> = ReadonlyMap<EntityType, ReadonlyMap<number, Value>>;

/** The work of people on pages of the catalog that a plan changes: of those with the heaviest marks, and of the first edited ones. */
export class WorkOfPeople {
	readonly #marks: NumberMap<readonly MarkName[]>;
	readonly #edited: NumberMap<string>;

	constructor({loss, edited}: Pick<Plan, 'loss' | 'edited'>) {
		this.#marks = mapOf(loss?.ranked ?? [], ({before, marks}) => [before, marks]);
		this.#edited = mapOf(edited?.pages ?? [], ({after, text}) => [after, text]);
	}

	/** Returns the marks of people on the page that a change hides, heaviest first. */
	marksOf({action, entity, before}: Change): readonly MarkName[] {
		if (action !== 'hidden' && action !== 'renamed') return [];
		return this.#marks.get(entity)?.get(before) ?? [];
	}

	/** Returns the description in Secoda of a page, if people changed it since the last upload. */
	descriptionOf({entity, after}: Change): string | undefined {
		return after === 0 ? undefined : this.#edited.get(entity)?.get(after);
	}
}

function mapOf<Page extends {readonly entity: EntityType}, Value>(
	pages: readonly Page[],
	entryOf: (page: Page) => readonly [number, Value],
): NumberMap<Value> {
	const maps = new Map<EntityType, Map<number, Value>>();
	for (const page of pages) {
		const map = maps.get(page.entity) ?? new Map<number, Value>();
		map.set(...entryOf(page));
		maps.set(page.entity, map);
	}

	return maps;
}
