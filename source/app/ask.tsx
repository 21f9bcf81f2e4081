import {Box, render, Text, useInput} from 'ink';
import type {ReactNode} from 'react';
import {visible} from '../text/visible.ts';
import type {AppStreams} from './run-review.tsx';
import {type Paint, painter} from './theme.ts';

export type Question = {
	readonly message: string;
	readonly question: string;
	/** What Enter does. */
	readonly yes: string;
};

/** Asks one thing on a screen of its own. Enter is yes, Esc, q and Ctrl+C are no. */
export async function ask(question: Question, {stdin, stdout, stderr, env, signal}: AppStreams): Promise<boolean> {
	const answered = Promise.withResolvers<boolean>();
	const no = () => answered.resolve(false);
	signal.addEventListener('abort', no, {once: true});
	const paint = painter(env.NO_COLOR === undefined || env.NO_COLOR === '');
	stdin.setRawMode(true);
	const ink = render(<Ask {...question} paint={paint} answer={answered.resolve} />, {
		stdin,
		stdout,
		stderr,
		exitOnCtrlC: false,
		alternateScreen: true,
		interactive: true,
	});
	try {
		return await answered.promise;
	} finally {
		signal.removeEventListener('abort', no);
		ink.unmount();
		await ink.waitUntilExit();
		stdin.setRawMode(false);
		stdin.pause();
	}
}

function Ask({
	message,
	question,
	yes,
	paint,
	answer,
}: Question & {readonly paint: Paint; readonly answer: (yes: boolean) => void}): ReactNode {
	useInput((input, key) => {
		if (key.return) answer(true);
		else if (key.escape || input === 'q' || input === 'n' || (key.ctrl && input === 'c')) answer(false);
	});
	return (
		<Box flexDirection="column" padding={1} gap={1}>
			<Text>{paint('warning', visible(message))}</Text>
			<Text>{question}</Text>
			<Text>{`${paint('key', 'Enter')} ${yes}  ${paint('key', 'Esc')} quit`}</Text>
		</Box>
	);
}
