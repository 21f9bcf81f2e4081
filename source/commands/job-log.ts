import type {JobEvent} from '../job/events.ts';
import {planLines, syncLine} from '../report/plan.ts';
import {readFailureText} from '../report/read-failure.ts';
import {bytes, percent, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, note} from './io.ts';

/** Tells the events of a job as lines for people. Progress is told in steps, so that a log stays short. */
export class JobLog {
	readonly #io: Pick<CommandIo, 'stderr' | 'quiet'>;
	#lastStep = -1;
	#lastFound = -1;
	#isUnreadable = false;

	constructor(io: Pick<CommandIo, 'stderr' | 'quiet'>) {
		this.#io = io;
	}

	print(event: JobEvent): void {
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
			case 'resumed':
				return [
					`Watching the sync of ${plural(event.target.sent.records, 'row')} sent to "${visible(event.target.integration)}" at ${visible(event.target.host)}.`,
				];
			case 'read-failed':
				this.#isUnreadable = true;
				return isReported(event.failure.times) ? [visible(readFailureText(event.failure))] : [];
			case 'syncing': {
				const {found} = event.counts;
				const again = this.#isUnreadable ? ['The catalog can be read again.'] : [];
				this.#isUnreadable = false;
				if (found === this.#lastFound) return again;
				this.#lastFound = found;
				return [...again, syncLine(event)];
			}

			case 'connecting':
			case 'snapshotting':
			case 'reading-catalog':
			case 'ended':
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

/** True if a failure in a row is worth a line: the first ones, then fewer, so that a log stays short. */
function isReported(times: number): boolean {
	return times <= 3 || times % 10 === 0;
}
