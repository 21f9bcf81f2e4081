import {Text, useApp, useInput, usePaste} from 'ink';
import {type ReactNode, useEffect} from 'react';
import {wrap} from '../text/fit.ts';
import {FrameView} from './frame.tsx';
import {keyNames} from './keys.ts';
import type {HomeStore} from './screen.ts';
import {pasteText, pressKey, type Screen} from './screen.ts';
import {drawForm} from './screens/form/draw.ts';
import type {FormStore} from './screens/form/form.ts';
import {drawHome} from './screens/home/draw.ts';
import {Job} from './screens/job/job.tsx';
import {Review} from './screens/review/review.tsx';
import {isTooSmall, type Size, smallest} from './size.ts';
import {type Store, useStore} from './store.ts';
import {measured, stopHere} from './suspend.ts';
import type {Paint} from './theme.ts';

/** What the app draws, and where it writes what is no frame. */
type Shown = {
	readonly screen: Store<Screen, Screen, never>;
	readonly size: Store<Size, Size, never>;
	readonly paint: Paint;
	readonly streams: {readonly stdout: Pick<NodeJS.WriteStream, 'write'>};
};

/** The app: one screen at a time. All keys come in here. */
export function App({stage}: {stage: Shown}): ReactNode {
	const screen = useStore(stage.screen);
	const size = useStore(stage.size);
	const {suspendTerminal} = useApp();
	const tell = (text: string) => stage.streams.stdout.write(text);
	// Nobody is to press keys on what cannot be seen.
	const isSeen = (name: string) => name === 'ctrl+c' || !isTooSmall(stage.size.get());
	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			if (name === 'ctrl+z') suspendTerminal(() => stopHere(tell)).catch(() => undefined);
			// Asked anew for each key: the one before may have brought another screen.
			else if (isSeen(name)) pressKey(stage.screen.get(), name, stage.size.get());
		}
	});
	usePaste(text => {
		if (isSeen('paste')) pasteText(stage.screen.get(), text);
	});
	useEffect(() => {
		// Who was stopped from outside finds another program's screen.
		const redraw = () => suspendTerminal(measured).catch(() => undefined);
		process.on('SIGCONT', redraw);
		return () => {
			process.off('SIGCONT', redraw);
		};
	}, [suspendTerminal]);
	if (isTooSmall(size)) return <TooSmall size={size} />;
	return <View screen={screen} size={size} paint={stage.paint} />;
}

function View({screen, size, paint}: {screen: Screen; size: Size; paint: Paint}): ReactNode {
	switch (screen.name) {
		case 'home':
			return <Home store={screen.store} size={size} paint={paint} />;
		case 'form':
			return <FormView store={screen.store} size={size} paint={paint} />;
		case 'review':
			return <Review store={screen.store} context={screen.context} paint={paint} />;
		case 'job':
			return <Job store={screen.store} size={size} unsaved={screen.unsaved()} backTo={screen.backTo} paint={paint} />;
		default:
			return null;
	}
}

function Home({store, size, paint}: {store: HomeStore; size: Size; paint: Paint}): ReactNode {
	return <FrameView frame={drawHome(useStore(store), size, Date.now(), paint)} size={size} />;
}

function FormView({store, size, paint}: {store: FormStore; size: Size; paint: Paint}): ReactNode {
	return <FrameView frame={drawForm(useStore(store), size, paint)} size={size} />;
}

function TooSmall({size: {columns, rows}}: {size: Size}): ReactNode {
	const text = `This window is ${columns}x${rows}. Please make it at least ${smallest.columns}x${smallest.rows}; nothing is lost meanwhile.`;
	return <Text>{wrap(text, columns, rows).join('\n')}</Text>;
}
