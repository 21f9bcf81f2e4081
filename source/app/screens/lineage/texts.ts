/** The texts of the lineage screen. The labels of its keys are in `keys.ts`. */
import type {Depths} from '../../../lineage/walk.ts';
import {count, percent, plural} from '../../../text/format.ts';
import type {BranchLine} from './tree.ts';

export const lineageScreenTexts = {
	title: (name: string) => `Lineage of ${name}`,
	depths: ({up, down}: Depths) => `${count(up)} up, ${count(down)} down`,
	position: (place: number, all: number) => `${count(place)} of ${count(all)}`,
	building: (part: number, stop: string) => `Reading the edges: ${percent(part, 1)}. ${stop} cancels.`,
	/** Behind a node. */
	marks: {shown: '', cut: 'more', above: 'see above', below: 'see below', cycle: 'cycle'} satisfies Record<
		BranchLine['mark'],
		string
	>,
	unknownType: 'resource',
	resourceRow: (row: number) => `resource in row ${count(row)}`,
	edgeRow: (row: number) => `edge in row ${count(row)}`,
	notIn: (file: string) => `not in ${file}`,
	unreadable: 'cannot be read',
	limited: (limit: number) => `Only the nearest ${plural(limit, 'node')} of each direction are shown.`,
	openResources: (file: string) => `Open ${file} too to see titles.`,
	everythingShown: 'The whole lineage is shown.',
	leastDepth: 'The depth is 1 already.',
	isStart: 'The tree starts at this node. Select another one.',
	noFormer: 'This is the first node that you opened.',
	externalHasNoRow: 'This node is outside the catalog, so no resources file describes it.',
	noRow: (id: string, file: string) => `${file} has no resource ${id}.`,
	openResourcesForRow: (file: string) => `Open ${file} too to go to its rows.`,
} as const;
