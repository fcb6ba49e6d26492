import { act, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeBoard } from '../dev/mockBoard';
import type { HubLink } from '../src/shared/api/hubLink';
import { BoardPage } from '../src/features/boards/BoardPage';
import { slaTone, waitTone } from '../src/features/boards/thresholds';
import { switchLanguage } from '../src/shared/i18n/i18n';
import { FakeLink, show } from './support';

const hub = vi.hoisted(() => ({ link: null as HubLink | null }));
vi.mock('../src/shared/api/hubLink', () => ({ createHubLink: () => hub.link }));

let link: FakeLink;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') });
  link = new FakeLink();
  hub.link = link;
});
afterEach(() => act(() => i18next.changeLanguage('en')));

function openBoard(reps: number) {
  show(<BoardPage />);
  link.send('Board', makeBoard(reps));
}
const text = (id: string) => screen.getByTestId(id).textContent;

describe('Wallboard', () => {
  it('shows the numbers of the day as people read them', () => {
    openBoard(24);
    expect(text('board-waiting')).toBe('7');
    expect(text('board-longest-wait')).toBe('1:14');
    expect(text('board-sla')).toBe('86%');
    expect(text('board-sla-of')).toBe('620 of 720 due');
    expect(text('board-ttfa-p50')).toBe('0:18');
    expect(text('board-ttfa-p90')).toBe('1:11');
    expect(text('board-ttfc-p50')).toBe('2:22');
    expect(text('board-ttfc-p90')).toBe('1:10:10');
    expect(text('board-received')).toBe('1,284');
    expect(text('board-deals')).toBe('74');
    expect(text('board-revenue')).toBe('₪318,450');
    expect(screen.getByTestId('board-reps').querySelectorAll('[data-testid^="board-rep-"]')).toHaveLength(24);
  });

  it('shows no made-up number before the first lead', () => {
    openBoard(0);
    expect(text('board-longest-wait')).toBe('–');
    expect(text('board-sla')).toBe('–');
    expect(text('board-ttfa-p50')).toBe('–');
    expect(text('board-alerts')).toContain('No alerts');
  });

  it('counts the longest wait and the reps on between snapshots, and tells the age of the snapshot', () => {
    openBoard(8);
    const since = () => screen.getByTestId('board-rep-rep-1').textContent;
    const before = since();
    act(() => void vi.advanceTimersByTime(11_000));
    expect(text('board-longest-wait')).toBe('1:25');
    expect(since()).not.toBe(before);
    expect(text('board-age')).toContain('0:11');
    expect(screen.getByTestId('connection-state')).toHaveAttribute('data-state', 'connected');
    link.setStatus('reconnecting');
    expect(screen.getByTestId('board')).toHaveAttribute('data-connected', 'false');
  });

  it('gives the definition of a number where it is shown', () => {
    openBoard(8);
    expect(screen.getByTestId('board-sla').closest('[title]')).toHaveAttribute(
      'title',
      expect.stringContaining('first attempt came within'),
    );
  });

  it('says that the deals it holds against leads are those of today’s leads', () => {
    openBoard(8);
    expect(screen.getByText('6% of today’s leads').closest('[title]')).toHaveAttribute(
      'title',
      expect.stringContaining('received today and won today'),
    );
  });

  it('speaks Hebrew', async () => {
    openBoard(8);
    vi.useRealTimers();
    await act(() => switchLanguage('he'));
    expect(screen.getByText('ההמתנה הארוכה')).toBeInTheDocument();
    expect(document.documentElement.dir).toBe('rtl');
    expect(text('board-received')).toBe('1,284');
  });

  it('judges attainment and waits by what the server says', () => {
    const thresholds = { slaGood: 0.8, slaBad: 0.5 };
    expect([null, 0.8, 0.5, 0.49].map((attainment) => slaTone(attainment, thresholds))).toEqual([
      'none',
      'ok',
      'warn',
      'bad',
    ]);
    const queue = makeBoard(8).queues[0];
    if (!queue) throw new Error('no queue');
    const wait = { ...queue, waiting: 1, waitWarnAt: '2026-03-02T07:00:30Z', waitLateAt: '2026-03-02T07:01:00Z' };
    const tones = ['07:00:29', '07:00:30', '07:01:00'].map((time) => waitTone(wait, Date.parse(`2026-03-02T${time}Z`)));
    expect(tones).toEqual(['ok', 'warn', 'bad']);
    expect(waitTone({ ...wait, waiting: 0 }, Date.parse('2026-03-02T08:00:00Z'))).toBe('none');
  });
});
