import type {ResourceName} from '../../kinds/resources.ts';
import type {ChangeList} from '../changes/change-list.ts';
import type {Inventory} from '../inventory.ts';
import {inNaturalOrder} from '../natural-order.ts';
import {ChangeTree} from './change-tree.ts';
import {Containers} from './containers.ts';
import {NodeWriter} from './node-writer.ts';

/** Returns the changes between two inventories as a tree. Takes linear time, and reads no names of resources. */
export function buildTree(changes: ChangeList, after: Inventory, before: Inventory): ChangeTree {
	const containers = new Containers(changes, after, before);
	const groups = inNaturalOrder(containers.groups, ({name}) => name);
	const headings = groups.reduce((sum, {name}) => sum + name.length, changes.entities.length);
	const writer = new NodeWriter(changes.length + containers.count, headings);
	/** The place of each container whose own values do not change. */
	const places: number[] = [];
	let last: ResourceName = [];
	for (const {name, from, to} of groups) {
		openGroup(writer, last, name);
		last = name;
		for (let place = from; place < to; place++) {
			const own = containers.changeAt(place);
			writer.open(own === 0 ? changes.length + places.push(place) : own);
			for (const member of containers.membersAt(place)) writeLeaf(writer, member, name.length + 1);
			writer.closeTo(name.length);
		}
	}

	writer.closeTo(0);
	writeTypes(writer, changes, containers);
	return new ChangeTree(writer.finish(), {
		changes,
		headings: writer.headings,
		container: number => containers.at(places[number - changes.length - 1] ?? 0),
	});
}

/** Opens the parts of the name of a group that differ from the last one. */
function openGroup(writer: NodeWriter, last: ResourceName, name: ResourceName): void {
	let shared = 0;
	while (shared < name.length - 1 && shared < last.length && last[shared] === name[shared]) shared++;
	writer.closeTo(shared);
	for (let depth = shared; depth < name.length; depth++)
		writer.openHeading({kind: 'group', name: name.slice(0, depth + 1)});
}

/** Writes the resources of types that are in no container, by type. */
function writeTypes(writer: NodeWriter, changes: ChangeList, {type}: Containers): void {
	for (const entity of changes.entities) {
		if (type !== undefined && (entity === type || entity.container === type)) continue;
		let isOpen = false;
		for (let at = 0; at < changes.length; at++) {
			if (changes.entityAt(at) !== entity) continue;
			if (!isOpen) writer.openHeading({kind: 'type', entity});
			isOpen = true;
			writeLeaf(writer, at, 1);
		}

		writer.closeTo(0);
	}
}

function writeLeaf(writer: NodeWriter, change: number, depth: number): void {
	writer.open(change + 1);
	writer.closeTo(depth);
}
