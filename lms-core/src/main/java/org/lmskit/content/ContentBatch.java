package org.lmskit.content;

import java.io.InputStream;

/**
 * Files of one tenant that are put together; see {@link ContentStore#batch}. For one thread; it is
 * closed whatever happens.
 */
public interface ContentBatch extends AutoCloseable {
  /**
   * Stores bytes as {@link ContentStore#put} does, but nobody relies on the blob, and it may not be
   * found, before {@link #finish}.
   *
   * @param bytes read to its end, not closed
   * @param limit the most bytes to accept
   * @throws org.lmskit.model.StoreFailureException if there are more bytes than the limit, or they
   *     cannot be read or stored; nothing of this file is kept
   */
  Blob put(InputStream bytes, long limit);

  /**
   * Makes all that was put lasting; after that more can be put.
   *
   * @throws org.lmskit.model.StoreFailureException if that fails; some of it may be kept, whole
   */
  void finish();

  /** Forgets what was put and not finished; what of it is kept is garbage for the next collection. */
  @Override
  void close();
}
