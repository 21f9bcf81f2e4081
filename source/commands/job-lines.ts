import type {JobEvent} from '../job/events.ts';
import {planLines} from '../report/plan.ts';
import {bytes, count, percent, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, note} from './io.ts';

/** Tells the events of a job as lines for people. Progress is told in steps, so that a log stays short. */
export class JobLines {
	readonly #io: Pick<CommandIo, 'stderr' | 'quiet'>;
	#lastStep = -1;
	#lastFound = -1;

	constructor(io: Pick<CommandIo, 'stderr' | 'quiet'>) {
		this.#io = io;
	}

	tell(event: JobEvent): void {
		for (const line of this.#lines(event)) note(this.#io, line);
	}

	#lines(event: JobEvent): readonly string[] {
		switch (event.type) {
			case 'connected':
				return [`Connected to ${visible(event.host)}, integration "${visible(event.integration)}".`];
			case 'planned':
				return planLines(event.preview);
			case 'sending':
				return this.#progress(event.sent, event.total);
			case 'waiting-to-send':
				return [
					event.reason === 'rate-limited'
						? `The catalog asks to wait (429): trying again in ${plural(Math.ceil(event.seconds), 'second')}.`
						: `The catalog cannot be reached: trying again in ${plural(Math.ceil(event.seconds), 'second')}.`,
				];
			case 'answered':
				return [
					event.taken
						? 'The catalog has taken the file. Waiting for the sync.'
						: 'No clear answer came. Looking whether the file was taken.',
				];
			case 'syncing': {
				const {found, expected, seconds} = event.counts;
				if (found === this.#lastFound) return [];
				this.#lastFound = found;
				return [`Sync: ${count(found)} of ${count(expected)} tables and columns found after ${seconds.toFixed(1)} s.`];
			}

			default:
				return [];
		}
	}

	#progress(sent: number, total: number): readonly string[] {
		const step = Math.floor((sent / Math.max(1, total)) * 4);
		if (step === this.#lastStep) return [];
		this.#lastStep = step;
		return [`Sending: ${percent(sent, total)} of ${bytes(total)}.`];
	}
}
