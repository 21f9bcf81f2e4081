import type {SaveResult} from '../../records/save/save.ts';
import type {Session} from '../../session/session.ts';
import type {CommandIo} from '../io.ts';
import {openOutput} from '../named-output.ts';
import type {Destination} from './destination.ts';

/** The output of a fix. */
export type FixOutput =
	| {readonly kind: 'nothing'}
	| {readonly kind: 'saved'; readonly saved: SaveResult}
	/** A stream accepted all bytes; what its reader does with them is unknown. */
	| {readonly kind: 'streamed'; readonly name: string};

/** Writes the result to its destination. A file that the user did not name is written only if something changed. @throws UserError */
export async function writeResult(
	{session, hasChanged}: {readonly session: Session; readonly hasChanged: boolean},
	destination: Destination,
	io: CommandIo,
): Promise<FixOutput> {
	switch (destination.kind) {
		case 'nowhere':
			return {kind: 'nothing'};
		case 'file':
			if (!hasChanged && !destination.isNamed) return {kind: 'nothing'};
			return {kind: 'saved', saved: await session.save(destination.target, io.signal)};
		case 'stream': {
			const {output} = destination;
			const stream = await openOutput(output, io);
			await session.writeTo(stream, io.signal);
			return {kind: 'streamed', name: output.path};
		}
	}
}
