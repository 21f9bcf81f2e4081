import {render} from 'ink';
import {App} from './app.tsx';
import {sizeOf} from './size.ts';
import type {MountedApp, Stage} from './stage.ts';
import {terminalStream} from './terminal-stream.ts';

/** Takes over the terminal and draws the stage on it with Ink. */
export function mountInk(stage: Stage): MountedApp {
	const {stdin, stdout, stderr, ascii, withoutSecrets} = stage.streams;
	const resized = () => stage.size.dispatch(sizeOf(stdout));
	stdout.on('resize', resized);
	// The terminal must not echo keys that arrive before Ink listens.
	stdin.setRawMode(true);
	const stream = terminalStream(stdout, {ascii, withoutSecrets});
	const ink = render(<App stage={stage} />, {
		stdin,
		stdout: stream,
		stderr,
		exitOnCtrlC: false,
		alternateScreen: true,
		incrementalRendering: true,
		// A frame takes a third of this time: a key that is held down hardly waits, and keys that come together share a frame.
		maxFps: 100,
		interactive: true,
	});
	return {
		write(sequence) {
			stream.write(sequence);
		},
		async close() {
			ink.unmount();
			await ink.waitUntilExit();
			stdout.off('resize', resized);
			stdin.setRawMode(false);
			stdin.pause();
		},
	};
}
