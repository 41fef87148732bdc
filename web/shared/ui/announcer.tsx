/** The one live region of a page: short changes of state, read out and shown for a moment. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

const SHOWN_MS = 5000;

let tell: (text: string) => void = () => {};

/** "Decision recorded." Needs one `<Announcer />` on the page. */
export function announce(text: string): void {
  tell(text);
}

export function Announcer() {
  const [text, setText] = useState('');
  useLayoutEffect(() => {
    tell = setText;
    return () => {
      if (tell === setText) tell = () => {};
    };
  }, []);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setText(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast" role="status">
      {text === '' ? null : <span>{text}</span>}
    </div>
  );
}
