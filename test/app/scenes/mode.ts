import type {Screen} from '../../../source/app/screen.ts';
import type {FormState} from '../../../source/app/screens/form/state.ts';
import type {HomeState} from '../../../source/app/screens/home/state.ts';
import type {JobState} from '../../../source/app/screens/job/state.ts';
import type {LineageState} from '../../../source/app/screens/lineage/state.ts';
import type {MappingState} from '../../../source/app/screens/mapping/state.ts';
import type {PlanState} from '../../../source/app/screens/plan/state.ts';
import type {ReviewState} from '../../../source/app/screens/review/state.ts';

/** Every mode of each screen: a new one does not compile until it is listed here, and then needs a scene. */
const modes: {
	readonly form: {readonly [K in FormState['input']['kind']]: true};
	readonly home: {readonly [N in HomeState['mode']['name']]: true};
	readonly job: {readonly [N in JobState['name']]: true};
	readonly lineage: {readonly [N in LineageState['name']]: true};
	readonly mapping: {readonly [N in MappingState['mode']['name']]: true};
	readonly plan: {readonly [N in PlanState['mode']['name']]: true};
	readonly review: {readonly [N in ReviewState['mode']['name']]: true};
} = {
	form: {choice: true, several: true, text: true, path: true, document: true, keys: true, wait: true},
	home: {browse: true, remove: true, help: true},
	job: {preparing: true, resuming: true, sending: true, syncing: true, ended: true},
	lineage: {building: true, tree: true, help: true},
	mapping: {fields: true, columns: true, constant: true, header: true, help: true},
	plan: {browse: true, find: true, number: true, help: true},
	review: {
		browse: true,
		edit: true,
		'go-to': true,
		find: true,
		'fix-kind': true,
		kinds: true,
		explain: true,
		'row-menu': true,
		save: true,
		saving: true,

		help: true,
		quit: true,
		convert: true,
	},
};

/** The names of all modes, each with its screen. */
export const modeNames: readonly string[] = Object.entries(modes).flatMap(([screen, names]) =>
	Object.keys(names).map(name => `${screen}: ${name}`),
);

/** Returns the name of the mode that a screen is in. */
export function modeOf(screen: Screen): string {
	switch (screen.name) {
		case 'blank':
			return 'blank';
		case 'form':
			return `form: ${screen.store.get().input.kind}`;
		case 'home':
			return `home: ${screen.store.get().mode.name}`;
		case 'job':
			return `job: ${screen.store.get().name}`;
		case 'lineage':
			return `lineage: ${screen.store.get().name}`;
		case 'mapping':
			return `mapping: ${screen.store.get().mode.name}`;
		case 'plan':
			return `plan: ${screen.store.get().mode.name}`;
		case 'review':
			return `review: ${screen.store.get().mode.name}`;
	}
}
