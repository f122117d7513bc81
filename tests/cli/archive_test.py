#!/usr/bin/env python3
"""The archive from its hard side: killed, filled up, damaged, fought over. What is left is compared with an
archive that was built in peace.

usage: archive_test.py PROGRAM [KILLS]
"""
import json, os, pathlib, random, shutil, sqlite3, subprocess, sys, tempfile, threading, time, unittest

PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
PEOPLE = ['سلمى الدرعي', 'وائل الرواحي', 'هدى البارعي', 'ماجد السيرافي', 'نورة الدانية']
MATTERS = ['فتح المعابر', 'تبادل الأسرى', 'مواعيد الجولة المقبلة', 'تركيب الوفد', 'حركة الموانئ', 'شروط الهدنة']


def articles(count, seed=1):
    """Made articles as lines of JSON, each with words of its own."""
    draw = random.Random(seed)
    lines = []
    for i in range(count):
        who, other = draw.sample(PEOPLE, 2)
        matter = draw.choice(MATTERS)
        text = (f'جولة رقم {i} في سيراف\nقال وزير الخارجية {who} أمس إن البحث تناول {matter} في اليوم {i}.\n'
                f'وأضاف أن «الجولة {i} لم تنته». ونفى المتحدث {other} ذلك.\n')
        lines.append(json.dumps({'id': f'round-{i}', 'text': text, 'crawled': f'2031-05-{i % 28 + 1:02}'}))
    return lines


def add(*arguments, **more):
    return subprocess.run([PROGRAM, 'add', *arguments], capture_output=True, timeout=300, **more)


def ask(path, sql):
    with sqlite3.connect(path) as connection:
        rows = connection.execute(sql).fetchall()
    connection.close()
    return rows


def content(path):
    """All that an archive says, without the numbers of its rows."""
    return [ask(path, sql) for sql in (
        'SELECT id, hash, day, title, characters, text FROM articles ORDER BY id',
        'SELECT id, s.number, s.day, act, kind, speaker, via, content FROM statements s JOIN articles '
        'USING (article) ORDER BY id, s.number',
        'SELECT id, p.number, name, key, a.kind, titles, mentions FROM appearances p JOIN articles USING (article) '
        'JOIN actors a USING (actor) ORDER BY id, p.number',
        'SELECT id, t.number, start, "end", value FROM times t JOIN articles USING (article) ORDER BY id, t.number')]


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.archive = self.path('news.musnad')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.path(name), 'w', encoding='utf-8') as f:
            f.writelines(line + '\n' for line in lines)
        return self.path(name)

    def check_sound(self, path):
        self.assertEqual(ask(path, 'PRAGMA integrity_check'), [('ok',)])
        self.assertEqual(ask(path, 'PRAGMA foreign_key_check'), [])


class Adding(Folder):
    def test_again_adds_nothing(self):
        lines = self.write('in.jsonl', articles(50))
        first = add(self.archive, lines)
        self.assertEqual((first.returncode, first.stderr), (0, b''))
        self.assertIn('50 articles added', first.stdout.decode())
        before = content(self.archive)
        second = add(self.archive, lines)
        self.assertIn('0 articles added, 50 were there already', second.stdout.decode())
        self.assertEqual(content(self.archive), before)

    def test_order_and_threads_do_not_matter(self):
        lines = articles(300)
        add(self.archive, '-j', '1', self.write('in.jsonl', lines))
        random.Random(2).shuffle(lines)
        add(self.path('other.musnad'), '-j', '4', self.write('shuffled.jsonl', lines[:200]))
        add(self.path('other.musnad'), self.write('rest.jsonl', lines[100:]))
        self.assertEqual(content(self.path('other.musnad')), content(self.archive))

    def test_bad_input_is_named_and_the_rest_added(self):
        bad = self.write('bad.jsonl', [*articles(3), '{"text": ', *articles(6)[3:]])
        result = add('--list', self.archive, bad)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f'{bad}:4', result.stderr.decode())
        self.assertEqual(result.stdout.decode().split(), [f'round-{i}' for i in range(6)])

    def test_wrong_usage(self):
        for wrong in ([], [self.archive, '--wait', '-1'], [self.archive, '--crawled', 'today']):
            self.assertEqual(add(*wrong).returncode, 2, wrong)
        self.assertFalse(os.path.exists(self.archive))


class Faults(Folder):
    def test_killed_at_any_moment(self):
        """What was reported as added is there after each kill, once, and in the end all is as without kills."""
        draw = random.Random(3)
        lines = self.write('in.jsonl', articles(4000))
        peaceful = self.path('peaceful.musnad')
        started = time.monotonic()
        self.assertEqual(add(peaceful, lines).returncode, 0)
        whole = time.monotonic() - started
        archive, reported, made = self.archive, set(), 1
        for _ in range(KILLS):
            with subprocess.Popen([PROGRAM, 'add', '--list', archive, lines], stdout=subprocess.PIPE) as running:
                threading.Timer(draw.uniform(0, whole), running.kill).start()
                reported.update(running.stdout.read().decode().split())
            there = self.ids_after_kill(archive)
            self.assertEqual(len(there), len(set(there)))
            self.assertLessEqual(reported, set(there))
            if len(there) == 4000:  # from the beginning again, so that kills go on to hit the writing
                self.assertEqual(content(archive), content(peaceful))
                archive, reported, made = self.path(f'again{made}.musnad'), set(), made + 1
        self.assertEqual(add(archive, lines).returncode, 0)
        self.assertEqual(content(archive), content(peaceful))

    def ids_after_kill(self, archive):
        if not os.path.exists(archive):
            return []
        self.check_sound(archive)
        if ask(archive, 'SELECT count(*) FROM sqlite_schema') == [(0,)]:
            return []
        return [row[0] for row in ask(archive, 'SELECT id FROM articles')]

    def test_full_disk(self):
        disk = self.path('disk')
        os.mkdir(disk)
        mount = ['mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest('only root can make a small disk')
        try:
            archive = os.path.join(disk, 'news.musnad')
            self.assertEqual(add(archive, self.write('first.jsonl', articles(20))).returncode, 0)
            before = content(archive)
            lines = self.write('in.jsonl', articles(6000))
            result = add(archive, lines)
            self.assertEqual(result.returncode, 1)
            self.assertIn('the disk is full', result.stderr.decode())
            self.check_sound(archive)
            self.assertLessEqual(set(before[0]), set(content(archive)[0]))
            subprocess.run(['mount', '-o', 'remount,size=64m', disk], check=True)
            self.assertEqual(add(archive, lines).returncode, 0)
            add(self.archive, lines)
            self.assertEqual(content(archive), content(self.archive))
        finally:
            subprocess.run(['umount', disk], check=True)

    def test_flipped_bytes_are_told_or_do_no_harm(self):
        whole = self.path('whole.musnad')
        add(whole, self.write('in.jsonl', articles(200)))
        more = self.write('more.jsonl', articles(210)[200:])
        size = os.path.getsize(whole)
        told = 0
        for seed in range(20):
            draw = random.Random(seed)
            shutil.copy(whole, self.archive)
            with open(self.archive, 'r+b') as f:
                for _ in range(draw.randint(1, 200)):
                    f.seek(draw.randrange(100 if seed % 4 == 0 else size))
                    f.write(draw.randbytes(1))
            result = add(self.archive, more)
            self.assertIn(result.returncode, (0, 1), f'seed {seed}')  # no signal
            message = result.stderr.decode()
            if result.returncode == 1:
                told += 1
                self.assertTrue(message.startswith(f'musnad: {self.archive}: '), message)
                self.assertEqual(message.count('\n'), 1, message)
            for name in ('-wal', '-shm'):
                if os.path.exists(self.archive + name):
                    os.remove(self.archive + name)
        self.assertGreater(told, 3)

    def test_read_only_disk(self):
        disk = self.path('disk')
        os.mkdir(disk)
        mount = ['mount', '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
            self.skipTest('only root can make a disk')
        try:
            archive = os.path.join(disk, 'news.musnad')
            lines = self.write('in.jsonl', articles(20))
            add(archive, lines)
            subprocess.run(['mount', '-o', 'remount,ro', disk], check=True)
            result = add(archive, lines)
            self.assertEqual(result.returncode, 1)
            self.assertIn('permissions', result.stderr.decode())
            found = subprocess.run([PROGRAM, 'search', archive, 'الجولة', '--json'], capture_output=True, timeout=60)
            self.assertEqual((found.returncode, found.stderr), (0, b''))
            self.assertTrue(found.stdout)
        finally:
            subprocess.run(['umount', disk], check=True)

    def test_another_writer_is_waited_for(self):
        add(self.archive, self.write('in.jsonl', articles(5)))
        other = sqlite3.connect(self.archive, isolation_level=None)
        other.execute('BEGIN IMMEDIATE')
        lines = self.write('more.jsonl', articles(10))
        refused = add(self.archive, '--wait', '0', lines)
        self.assertEqual(refused.returncode, 1)
        self.assertIn('another program writes', refused.stderr.decode())
        waiting = subprocess.Popen([PROGRAM, 'add', self.archive, lines], stdout=subprocess.PIPE)
        time.sleep(1)
        self.assertIsNone(waiting.poll())
        other.execute('COMMIT')
        other.close()
        self.assertIn('5 articles added', waiting.communicate(timeout=60)[0].decode())

    def test_two_writers_at_once(self):
        halves = [self.write(f'{i}.jsonl', articles(2500)[i * 1000:i * 1000 + 1500]) for i in (0, 1)]
        writers = [subprocess.Popen([PROGRAM, 'add', self.archive, half], stdout=subprocess.PIPE) for half in halves]
        for writer in writers:
            writer.communicate(timeout=120)
            self.assertEqual(writer.returncode, 0)
        add(self.path('peaceful.musnad'), self.write('all.jsonl', articles(2500)))
        self.assertEqual(content(self.archive), content(self.path('peaceful.musnad')))

    def test_two_make_it_at_once(self):
        lines = [self.write(f'{i}.jsonl', articles(2)[i:i + 1]) for i in (0, 1)]
        for attempt in range(25):
            archive = self.path(f'{attempt}.musnad')
            writers = [subprocess.Popen([PROGRAM, 'add', archive, line], stdout=subprocess.PIPE) for line in lines]
            for writer in writers:
                writer.communicate(timeout=60)
            self.assertEqual([writer.returncode for writer in writers], [0, 0])
            self.assertEqual(ask(archive, 'SELECT count(*) FROM articles'), [(2,)])

    def test_foreign_and_unreachable_files(self):
        lines = self.write('in.jsonl', articles(1))
        text = self.write('notes.txt', ['notes ' * 100])
        with sqlite3.connect(self.path('other.db')) as other:
            other.execute('CREATE TABLE t (x)')
        other.close()
        for path, words in ((text, 'no Musnad archive'), (self.path('other.db'), 'no Musnad archive'),
                            (self.folder, 'cannot be opened'), (self.path('no/such'), 'cannot be opened')):
            before = pathlib.Path(path).read_bytes() if os.path.isfile(path) else None
            result = add(path, lines)
            self.assertEqual(result.returncode, 1)
            self.assertIn(words, result.stderr.decode())
            if before is not None:
                self.assertEqual(pathlib.Path(path).read_bytes(), before)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
