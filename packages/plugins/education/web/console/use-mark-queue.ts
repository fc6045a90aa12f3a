import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { MarkAttendanceDocument } from './attendance.documents.js';
import { queueFrom, withMark, without, type QueuedMark } from './mark-queue.rules.js';

const retryMs = 5_000;

/**
 * Marks of one lesson: each tap is kept on this device at once and sent as soon as there is a network; what was sent late
 * carries the time of its tap, so that two phones come to the same list. No name is kept, only ids and marks.
 */
export function useMarkQueue(lesson: string, onSent: () => void) {
  const key = `weixiang.marks.${lesson}`;
  const [queue, setQueue] = useState<readonly QueuedMark[]>(() => queueFrom(localStorage.getItem(key)));
  const [refused, setRefused] = useState<string>();
  const [mark] = useMutation(MarkAttendanceDocument);
  const isSending = useRef(false);

  const keep = useCallback(
    (change: (before: readonly QueuedMark[]) => QueuedMark[]) => {
      const next = change(queueFrom(localStorage.getItem(key)));
      localStorage.setItem(key, JSON.stringify(next));
      setQueue(next);
    },
    [key],
  );

  const send = useCallback(async () => {
    const waiting = queueFrom(localStorage.getItem(key));
    if (isSending.current || waiting.length === 0) return;
    isSending.current = true;
    try {
      const { data } = await mark({ variables: { input: { lesson, marks: waiting } } });
      setRefused(data?.markAttendance.refusals[0]?.message);
      keep((before) => without(before, waiting));
      onSent();
    } catch {
      // No network, or none that lasted: the taps are kept and tried again.
    } finally {
      isSending.current = false;
    }
  }, [key, lesson, mark, keep, onSent]);

  // A send draws the page anew, so that it is another function each time: the clock must not start over with it.
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const again = () => void latest.current();
    const kept = setTimeout(again, 0); // what a reload left
    const timer = setInterval(again, retryMs);
    addEventListener('online', again);
    return () => {
      clearTimeout(kept);
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, []);

  const tap = (enrolment: string, value: QueuedMark['mark']) => {
    // The time of the tap, by this device: the server takes no later one than its own.
    keep((before) => withMark(before, { enrolment, mark: value, at: new Date().toISOString() })); // house: the device's clock is what is meant
    void send();
  };
  return { queue, refused, tap };
}
