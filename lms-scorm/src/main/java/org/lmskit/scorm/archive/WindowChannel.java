package org.lmskit.scorm.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a file with a window of some bytes ahead: headers are read in pieces of a few bytes, each of
 * which would be a call of the operating system. Large pieces pass by the window. For one thread.
 */
final class WindowChannel implements SeekableByteChannel {
  private static final int WINDOW = 1 << 12;

  private final SeekableByteChannel file;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;
  private long position;

  WindowChannel(SeekableByteChannel file) {
    this.file = file;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    long ahead = position - windowStart;
    if (ahead < 0 || ahead >= window.limit()) {
      if (target.remaining() >= WINDOW) {
        file.position(position);
        return passed(file.read(target));
      }
      fill();
      ahead = 0;
      if (window.limit() == 0) {
        return target.hasRemaining() ? -1 : 0;
      }
    }
    int count = Math.min(target.remaining(), window.limit() - (int) ahead);
    target.put(window.slice((int) ahead, count));
    return passed(count);
  }

  private void fill() throws IOException {
    windowStart = position;
    window.clear();
    file.position(position);
    while (window.hasRemaining() && file.read(window) >= 0) {
      continue;
    }
    window.flip();
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
  public long size() throws IOException {
    return file.size();
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
