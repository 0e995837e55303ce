package org.lmskit.xapi.lrs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lmskit.xapi.XapiException;

/** Bytes of which only so many are taken; one more is a 413. */
final class Limited extends FilterInputStream {
  private final long limit;
  private long count;

  Limited(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    count += Math.max(read, 0);
    if (count > limit) {
      throw XapiException.tooLarge("an attachment has more than " + limit + " bytes");
    }
  }
}
