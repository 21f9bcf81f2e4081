import type {AppServices} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Asker} from './asker.ts';

export type Door = 'file' | 'sandbox' | 'connect' | 'quit';

const doors: ReadonlyArray<{readonly id: Door; readonly label: string; readonly detail: string}> = [
	{id: 'file', label: 'Check a file', detail: 'fix its problems; needs no account'},
	{id: 'sandbox', label: 'Try the sandbox', detail: 'an example and a Secoda in here'},
	{id: 'connect', label: 'Connect a workspace', detail: 'save where a file goes, and send it'},
];

/** What a person can begin with. */
export async function chooseDoor(
	stage: Stage,
	{setup}: AppServices,
	{back, selected}: {readonly back: 'quit' | 'back'; readonly selected?: Door | undefined},
): Promise<Door> {
	const said = await new Asker(stage, 'secoda-upload').ask({
		prompt: 'What would you like to do?',
		lines: [
			'This program brings the description of a warehouse into the Secoda catalog.',
			...(setup.environmentToken ? ['The token in SECODA_API_TOKEN will be used.'] : []),
		],
		question: {kind: 'choice', search: false, items: doors, selected},
		keys: [{keys: ['q'], action: 'quit', help: ''}],
		back,
	});
	return said.kind === 'picked' ? (doors.find(({id}) => id === said.id)?.id ?? 'quit') : 'quit';
}
