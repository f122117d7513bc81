#!/usr/bin/env python3
"""The command line from its hard side: every kind of bad input, closed and full outputs, terminals, memory.

usage: cli_test.py PROGRAM SOURCE_DIR
"""
import gzip, json, os, pty, resource, subprocess, sys, tempfile, unittest, zipfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), sys.argv[2]
PAGES = os.path.join(SOURCE, 'tests', 'cli', 'pages')
TEXT = 'محادثات في سيراف\nقال وزير الخارجية وائل الدرعي إن المحادثات تبدأ غدا.\n'
MOST_MEMORY = 150 << 20  # bytes that the whole program may hold, whatever it reads


def run(*arguments, stdin=b'', **more):
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=300, **more)


def ids(output):
    return [json.loads(line)['document']['id'] for line in output.decode().splitlines()]


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        with open(self.path(name), 'wb') as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return self.path(name)


class BadInput(Folder):
    def check(self, path, *words, good=('before', 'after')):
        """One message that holds the path and the words; the inputs around it are read; status 1."""
        before, after = self.write('before.txt', TEXT), self.write('after.txt', TEXT)
        result = run('read', before, path, after)
        messages = result.stderr.decode().splitlines()
        self.assertEqual(len(messages), 1, messages)
        for word in (path, *words):
            self.assertIn(word, messages[0])
        self.assertEqual(ids(result.stdout), list(good))
        self.assertEqual(result.returncode, 1)

    def test_missing(self):
        self.check(self.path('missing.txt'), 'No such file', 'check the path')

    def test_unreadable(self):
        path = self.write('secret.txt', TEXT)
        os.chmod(path, 0)
        if os.access(path, os.R_OK):
            self.skipTest('this user may read everything')
        self.check(path, 'Permission denied')

    def test_folder_without_articles(self):
        os.mkdir(self.path('folder'))
        self.write('folder/notes.md', TEXT)
        self.check(self.path('folder'), 'no articles', '.txt')

    def test_empty(self):
        self.check(self.write('empty.txt', ''), 'empty')

    def test_binary(self):
        self.check(self.write('photo.txt', b'\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01'), 'binary')

    def test_pdf(self):
        self.check(self.write('report.txt', b'%PDF-1.7\n'), 'pdftotext')

    def test_not_arabic(self):
        self.check(self.write('english.txt', 'The minister said talks begin tomorrow.\n'), 'Arabic')

    def test_invalid_utf8(self):
        path = self.write('bad.txt', TEXT.encode() + b'\xc3\x28')
        self.check(path, f'byte {len(TEXT.encode())}', '--lossy')
        result = run('read', '--lossy', path)
        self.assertEqual((result.returncode, ids(result.stdout)), (0, ['bad']))

    def test_windows_1256(self):
        self.check(self.write('old.txt', TEXT.encode('windows-1256')), 'byte 0')

    def test_utf16(self):
        self.check(self.write('a.txt', TEXT.encode('utf-16')), 'iconv -f UTF-16 ')
        self.check(self.write('b.txt', TEXT.encode('utf-16-le')), 'iconv -f UTF-16LE')
        self.check(self.write('c.jsonl', json.dumps({'text': TEXT}).encode('utf-16-be')), 'iconv -f UTF-16BE')

    def test_json_line(self):
        good = json.dumps({'id': 'x', 'text': TEXT})
        path = self.write('feed.jsonl', f'{good}\n{{"text": "قال \n{good}\n')
        self.check(path, f'{path}:2:', good=('before', 'x', 'x', 'after'))

    def test_line_without_text(self):
        path = self.write('feed.jsonl', '\n{"id":"y"}\n')
        self.check(path, f'{path}:2:', '"text"', '--field')

    def test_line_of_100_megabytes(self):
        good = json.dumps({'id': 'x', 'text': TEXT}).encode() + b'\n'
        path = self.write('long.jsonl', good + b'{"text":"')
        with open(path, 'ab') as f:
            for _ in range(100):  # in pieces: the memory of this process counts at the start of its children
                f.write(b'x' * (1 << 20))
            f.write(b'"}\n' + good)
        self.check(path, f'{path}:2:', '8 MiB', 'split it', good=('before', 'x', 'x', 'after'))
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss << 10, MOST_MEMORY)

    def test_article_of_50_megabytes(self):
        path = self.write('book.txt', '')
        with open(path, 'ab') as f:
            for _ in range(50):
                f.write(TEXT.encode() * 8000)
        self.check(path, 'split it')

    def test_truncated_json(self):
        good = json.dumps({'id': 'x', 'text': TEXT}, ensure_ascii=False)
        path = self.write('array.json', f'[{good},\n{good[:40]}')
        size = os.path.getsize(path)
        self.check(path, f'{path}:2', f'breaks off at byte {size}', good=('before', 'x', 'after'))

    def test_damaged_gzip_and_zip(self):
        packed = gzip.compress(os.urandom(50000).hex().encode())
        self.check(self.write('cut.txt.gz', packed[:20000]), 'gzip', 'breaks off')
        with zipfile.ZipFile(self.path('day.zip'), 'w') as archive:
            archive.writestr('a.txt', TEXT)
        with open(self.path('day.zip'), 'r+b') as f:
            f.truncate(60)
        self.check(self.path('day.zip'), 'zip')

    def test_page_without_article(self):
        self.check(os.path.join(PAGES, 'front_page.html'), 'no article')


class Pages(Folder):
    def read(self, name):
        result = run('read', os.path.join(PAGES, name))
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        return json.loads(result.stdout)

    def test_page_with_metadata(self):
        document = self.read('article.html')['document']
        self.assertEqual(document['id'], 'article')
        self.assertEqual(document['title'], 'سيراف وتلمون تستأنفان المحادثات')
        self.assertEqual(document['publisher'], 'صحيفة الموجة')
        self.assertEqual(document['author'], 'ليلى النجار')
        self.assertEqual(document['url'], 'https://news.example/2031/03/04/talks')
        self.assertEqual((document['published'], document['published_basis']), ('2031-03-04', 'given'))

    def test_page_of_the_old_kind(self):
        """Tables, line breaks, windows-1256; the same words as the page with metadata."""
        old, new = self.read('article_1256.html')['document'], self.read('article.html')['document']
        self.assertEqual(old['sha256'], new['sha256'])
        self.assertIsNone(old['publisher'])


class Crawls(Folder):
    def record(self, page, number):
        response = (f'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n'
                    f'{len(page):x}\r\n').encode() + page + b'\r\n0\r\n\r\n'
        return (f'WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-03-05T01:02:03Z\r\nWARC-Record-ID: '
                f'<urn:uuid:page-{number}>\r\nWARC-Target-URI: https://news.example/{number}\r\nContent-Type: '
                f'application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n').encode() \
            + response + b'\r\n\r\n'

    def test_the_arabic_pages_of_a_crawl(self):
        with open(os.path.join(PAGES, 'article.html'), 'rb') as f:
            arabic = f.read()
        with open(os.path.join(PAGES, 'front_page.html'), 'rb') as f:
            front = f.read()
        english = b'<html><body><p>' + b'The minister said that talks begin tomorrow. ' * 20 + b'</p></body></html>'
        pages = [arabic, english, front, arabic.replace(b'canonical', b'x')]
        path = self.write('CC-NEWS.warc.gz', b''.join(gzip.compress(self.record(page, i)) for i, page in enumerate(pages)))
        result = run('read', path)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr.decode(), 'musnad: 2 pages of the crawl hold no Arabic article\n')
        self.assertEqual(ids(result.stdout), ['page-0', 'page-3'])
        first, second = (json.loads(line)['document'] for line in result.stdout.splitlines())
        self.assertEqual(first['url'], 'https://news.example/2031/03/04/talks')
        self.assertEqual((second['url'], second['crawled']), ('https://news.example/3', '2031-03-05'))

    def test_a_crawl_that_breaks_off(self):
        with open(os.path.join(PAGES, 'article.html'), 'rb') as f:
            record = self.record(f.read(), 1)
        result = run('read', self.write('cut.warc', record + record[:-300]))
        self.assertEqual((result.returncode, ids(result.stdout)), (1, ['page-1']))
        self.assertIn(f'byte {len(record)}', result.stderr.decode())


class Feeds(Folder):
    def test_feeds_from_files(self):
        feed = ('<rss><channel><title>الموجة</title><item><title>عنوان</title><link>https://wave.example/1</link>'
                f'<description>{TEXT}</description></item></channel></rss>')
        for path in (self.write('news.rss', feed), self.write('news', feed)):
            self.assertEqual(ids(run('read', path).stdout), ['https://wave.example/1'])
        result = run('read', self.write('sitemap.xml', '<urlset/>'))
        self.assertEqual(result.returncode, 1)
        self.assertIn('is no feed', result.stderr.decode())


class Fields(Folder):
    def test_keys_are_mapped(self):
        path = self.write('feed.json', json.dumps(
            [{'headline': 'عنوان', 'body': TEXT, 'seen': '2025-02-13 10:00', 'no': 7, 'author': {}}]))
        result = run('read', '--field', 'text=body', '--field', 'title=headline', '--field', 'crawled=seen',
                     '--field', 'id=no', '--field', 'author=', path)
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        document = json.loads(result.stdout)['document']
        self.assertEqual((document['id'], document['title'], document['crawled']), ('7', 'عنوان', '2025-02-13'))
        self.assertEqual(document['characters'], len('عنوان\n' + TEXT))

    def test_saudinewsnet_is_read_as_it_is(self):
        articles = [{'source': 'almowja', 'url': 'https://news.example/1', 'date_extracted': '2015-08-03 02:51:32',
                     'title': 'عنوان', 'author': '', 'content': TEXT}] * 2
        with zipfile.ZipFile(self.path('2015-08-03.zip'), 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('2015-08-03.json', json.dumps(articles, indent=4, ensure_ascii=False))
        result = run('read', self.path('2015-08-03.zip'))
        self.assertEqual(ids(result.stdout), ['2015-08-03-00000', '2015-08-03-00001'])
        document = json.loads(result.stdout.splitlines()[1])['document']
        self.assertEqual((document['publisher'], document['crawled'], document['author']),
                         ('almowja', '2015-08-03', None))


class Output(Folder):
    def test_closed_pipe(self):
        line = json.dumps({'text': TEXT}).encode() + b'\n'
        command = subprocess.Popen([PROGRAM, 'read', self.write('a.jsonl', line * 2000)], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        command.stdout.readline()
        command.stdout.close()
        message = command.stderr.read().decode()
        command.stderr.close()
        self.assertEqual(command.wait(timeout=300), 1)
        self.assertEqual(message.count('\n'), 1)
        self.assertIn('standard output', message)

    def test_full_disk(self):
        result = run('read', '-o', '/dev/full', '-', self.path('missing'), stdin=TEXT.encode())
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.count(b'\n'), 2)
        self.assertIn('No space left', result.stderr.decode())

    def test_output_that_cannot_be_created(self):
        result = run('read', '-o', self.path('no/such/folder'), stdin=TEXT.encode())
        self.assertEqual(result.returncode, 1)
        self.assertIn('cannot be created', result.stderr.decode())

    def test_input_is_never_overwritten(self):
        path = self.write('a.txt', TEXT)
        result = run('read', path, '-o', path)
        self.assertEqual(result.returncode, 2)
        with open(path, encoding='utf-8') as f:
            self.assertEqual(f.read(), TEXT)
        result = run('read', self.folder, '-o', self.path('new.jsonl'))
        self.assertEqual(result.returncode, 2)
        self.assertFalse(os.path.exists(self.path('new.jsonl')))

    def test_file_holds_what_standard_output_does(self):
        self.assertEqual(run('read', '-o', self.path('out'), stdin=TEXT.encode()).stdout, b'')
        with open(self.path('out'), 'rb') as f:
            self.assertEqual(f.read(), run('read', stdin=TEXT.encode()).stdout)
        self.assertEqual(run('read', '-o', '-', stdin=TEXT.encode()).stdout, run('read', stdin=TEXT.encode()).stdout)

    def test_page_of_several_articles(self):
        line = json.dumps({'text': TEXT}).encode() + b'\n'
        result = run('read', '--format', 'html', stdin=line * 2)
        self.assertEqual(result.stdout.count(b'</html>'), 1)


class Terminal(Folder):
    def on_terminal(self, *arguments, stdin=subprocess.DEVNULL):
        """What the program prints when standard output and error are a terminal."""
        try:
            outer, inner = pty.openpty()
        except OSError as error:
            self.skipTest(f'no pseudo-terminal here: {error}')  # a root without /dev/pts
        with subprocess.Popen([PROGRAM, *arguments], stdin=stdin, stdout=inner, stderr=inner):
            os.close(inner)
            printed = b''
            try:
                while piece := os.read(outer, 65536):
                    printed += piece
            except OSError:  # the terminal's other end is gone
                pass
        os.close(outer)
        return printed.decode()

    def test_default_format_there_is_text(self):
        printed = self.on_terminal('read', self.write('a.txt', TEXT))
        self.assertIn('محادثات في سيراف', printed)
        self.assertNotIn('"musnad"', printed)

    def test_long_work_shows_a_bar_and_takes_it_away(self):
        path = self.write('a.jsonl', json.dumps({'text': TEXT}))
        with subprocess.Popen(['sh', '-c', 'cat "$0"; echo; sleep 2.5; cat "$0"', path],
                              stdout=subprocess.PIPE) as slow:
            printed = self.on_terminal('read', '-o', self.path('out'), '-', stdin=slow.stdout)
        # How much there is to come is known only when the pipe has closed.
        self.assertRegex(printed, r'[12] articles, \d+ a second(, 0 s left)?\r\x1b\[K$')

    def test_short_work_shows_no_bar(self):
        self.assertEqual(self.on_terminal('read', '-o', self.path('out'), self.write('a.txt', TEXT)), '')


class Tag(unittest.TestCase):
    def test_every_token_has_a_tag(self):
        result = run('tag', '--conll', stdin='قال\nوائل\nالدرعي\n\nفي O\nالقاهرة O\n'.encode())
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        lines = result.stdout.decode().split('\n')
        self.assertEqual([line.split(' ')[0] for line in lines], ['قال', 'وائل', 'الدرعي', '', 'في', 'القاهرة', ''])
        self.assertRegex(lines[1], ' B-PERS$')
        self.assertRegex(lines[5], ' B-LOC$')

    def test_bad_line_and_full_disk(self):
        result = run('tag', '--conll', stdin='قال\n'.encode() + b'\xff\n')
        self.assertEqual(result.returncode, 1)
        self.assertIn('line 2', result.stderr.decode())
        with open('/dev/full', 'wb') as full:
            result = subprocess.run([PROGRAM, 'tag', '--conll'], input='قال\n'.encode(), stdout=full,
                                    stderr=subprocess.PIPE, timeout=300)
        self.assertEqual(result.returncode, 1)


class Usage(unittest.TestCase):
    def test_version_and_help(self):
        self.assertRegex(run('--version').stdout.decode(), r'^musnad \d+\.\d+\.\d+\n$')
        for arguments in (['--help'], ['read', '--help']):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stderr), (0, b''))
        self.assertIn('musnad read article.txt', result.stdout.decode())

    def test_wrong_usage(self):
        for wrong in ([], ['write'], ['tag'], ['read', '-j', '0'], ['read', '--published', '2025-02-30'], ['read', '--crawled', ''],
                      ['read', '--field', 'colour=red'], ['read', '--field', 'text'],
                      ['read', '--crawled', '2025-01-01', '--published', '2025-01-01']):
            result = run(*wrong)
            self.assertEqual((result.returncode, result.stdout), (2, b''), wrong)
            self.assertNotEqual(result.stderr, b'', wrong)


class Register(Folder):
    PERSONS = 'key\tar\tar_variants\tgender\ten\nwael-al-daraei\tوائل الدرعي\t\tm\tWael al-Daraei\n'
    TENURES = 'person\toffice\tof\tfrom\tto\nwael-al-daraei\tforeign-ministry-spokesperson\ttuvalu\t2024-03\t\n'

    def own_tables(self):
        return ['--register', self.write('tenures.tsv', self.TENURES),  # in any order
                '--register', self.write('persons.tsv', self.PERSONS)]

    def test_who_held_an_office_on_a_day(self):
        result = run('actors', 'وزير الخارجية الأمريكي', '--on', '2015-07-20')
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        self.assertIn('john-kerry', result.stdout.decode())
        self.assertNotIn('hillary-clinton', result.stdout.decode())

    def test_nobody(self):
        result = run('actors', 'وائل الدرعي')
        self.assertEqual((result.returncode, result.stdout), (1, b''))
        self.assertIn('وائل الدرعي', result.stderr.decode())

    def test_own_tables_answer_and_read(self):
        result = run('actors', 'الدرعي', *self.own_tables())
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn('2024-03 to now', result.stdout.decode())
        article = self.write('article.txt', TEXT)
        record = json.loads(run('read', *self.own_tables(), article).stdout)
        self.assertIn('wael-al-daraei', [actor['key'] for actor in record['actors']])

    def test_every_bad_row_is_named(self):
        bad = self.write('bad.tsv', self.TENURES + 'nobody\tpresident\tegypt\t2024\t\n' +
                         'wael-al-daraei\tpresident\tegypt\tsoon\t\n')
        article = self.write('article.txt', TEXT)
        persons = self.write('persons.tsv', self.PERSONS)
        result = run('read', '--register', bad, '--register', persons, article)
        self.assertEqual((result.returncode, result.stdout), (1, b''))
        for line in (3, 4):
            self.assertIn(f'{bad}:{line}: ', result.stderr.decode())
        self.assertNotIn(f'{bad}:2: ', result.stderr.decode())


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
