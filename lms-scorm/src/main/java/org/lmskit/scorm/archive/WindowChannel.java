package org.lmskit.scorm.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A part of a file, such as an archive behind a prefix. It is read with a window of some bytes ahead:
 * headers are read in pieces of a few bytes, each of which would be a call of the operating system. Large
 * pieces pass by the window, and where reading jumps to, as from one entry's header to the next, it is small. For
 * one thread.
 */
final class WindowChannel implements SeekableByteChannel {
  private static final int WINDOW = 1 << 12;
  private static final int AFTER_JUMP = 1 << 9;

  private final SeekableByteChannel file;
  private final long start;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;
  private long position;

  /** The part from one byte of the file to before another. */
  WindowChannel(SeekableByteChannel file, long start, long end) {
    this.file = file;
    this.start = start;
    this.size = end - start;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    long left = size - position;
    if (left <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    long ahead = position - windowStart;
    if (ahead < 0 || ahead >= window.limit()) {
      if (target.remaining() >= WINDOW && left >= target.remaining()) {
        return passed(read(target, position));
      }
      fill(target.remaining());
      ahead = 0;
    }
    int count = (int) Math.min(Math.min(target.remaining(), window.limit() - ahead), left);
    target.put(window.slice((int) ahead, count));
    return count == 0 && target.hasRemaining() ? -1 : passed(count);
  }

  private void fill(int wanted) throws IOException {
    boolean goesOn = position == windowStart + window.limit();
    int length = goesOn ? WINDOW : Math.min(WINDOW, Math.max(AFTER_JUMP, wanted));
    windowStart = position;
    window.clear().limit(length);
    while (window.hasRemaining() && read(window, windowStart + window.position()) >= 0) {
      continue;
    }
    window.flip();
  }

  /** In one call of the operating system, where the file can be read at any position. */
  private int read(ByteBuffer target, long from) throws IOException {
    if (file instanceof FileChannel whole) {
      return whole.read(target, start + from);
    }
    file.position(start + from);
    return file.read(target);
  }

  private int passed(int count) {
    position += Math.max(0, count);
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long next) {
    position = next;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
