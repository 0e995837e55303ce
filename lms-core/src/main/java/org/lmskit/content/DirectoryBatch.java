package org.lmskit.content;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;

/**
 * Writes files beside their places first, then forces them one after the other, moves them, and
 * forces each directory once: a file system commits its journal far fewer times than if it were
 * asked file by file.
 */
final class DirectoryBatch implements ContentBatch {
  private static final String SUFFIX = ".part";
  private static final int MOST_WAITING = 1_000;

  private final TenantId tenant;
  private final Path home;
  private final Path incoming;
  private final Set<Path> lasting;
  private final Clock clock;
  private final Forced forced;
  /** By their places. */
  private final Map<Path, Path> waiting = new LinkedHashMap<>();

  private final Set<Path> touched = new LinkedHashSet<>();
  private byte[] buffer = new byte[0];
  private @Nullable Path first;
  private int count;

  /**
   * @param lasting directories that were forced to disk since they were seen to exist
   * @throws IOException if the tenant's directory cannot be made
   */
  DirectoryBatch(
      TenantId tenant, Path home, Path incoming, Set<Path> lasting, Clock clock, Forced forced)
      throws IOException {
    this.tenant = tenant;
    this.home = home;
    this.incoming = Files.createDirectories(incoming);
    this.lasting = lasting;
    this.clock = clock;
    this.forced = forced;
  }

  @Override
  public Blob put(InputStream bytes, long limit) {
    try {
      Path temporary = fresh();
      boolean waits = false;
      try {
        Ingest ingest = write(bytes, temporary, limit);
        waits = place(temporary, ingest);
        if (waiting.size() >= MOST_WAITING) {
          finish();
        }
        return new Blob(tenant, ingest.hash(), ingest.size());
      } finally {
        if (!waits) {
          Files.deleteIfExists(temporary);
        }
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void finish() {
    try {
      for (Path temporary : waiting.values()) {
        forced.file(temporary);
      }
      for (Map.Entry<Path, Path> file : waiting.entrySet()) {
        move(file.getValue(), file.getKey());
      }
      waiting.clear();
      for (Path group : touched) {
        forced.directory(group);
      }
      forceHome();
      touched.clear();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void forceHome() throws IOException {
    if (!lasting.containsAll(touched)) {
      forced.directory(home);
      lasting.addAll(touched);
    }
    if (!lasting.contains(home)) {
      forced.directory(Objects.requireNonNull(home.getParent()));
      lasting.add(home);
    }
  }

  @Override
  public void close() {
    try {
      for (Path temporary : waiting.values()) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Path fresh() throws IOException {
    Path named = first;
    count++;
    if (named == null) {
      named = Files.createTempFile(incoming, "", SUFFIX);
      first = named;
      return named;
    }
    return named.resolveSibling(named.getFileName() + "." + count + SUFFIX);
  }

  private Ingest write(InputStream bytes, Path temporary, long limit) throws IOException {
    buffer = Ingest.buffer(buffer, limit);
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      return Ingest.copy(bytes, out, limit, buffer);
    }
  }

  /** Whether the file waits to be moved: its bytes are neither in their place nor on the way. */
  private boolean place(Path temporary, Ingest ingest) throws IOException {
    Path target = DirectoryContentStore.fileIn(home, ingest.hash());
    // also if it is there: who put it may not have forced the directory yet
    touched.add(Objects.requireNonNull(target.getParent()));
    FileTime now = FileTime.from(clock.instant());
    if (waiting.containsKey(target) || isPlaced(target, ingest, now)) {
      return false;
    }
    Files.setLastModifiedTime(temporary, now);
    waiting.put(target, temporary);
    return true;
  }

  /** Whether the file is there already; then it only gets the new time. */
  private static boolean isPlaced(Path target, Ingest ingest, FileTime now) throws IOException {
    File file = target.toFile();
    if (file.length() != ingest.size() || !file.exists()) {
      return false;
    }
    try {
      Files.setLastModifiedTime(target, now);
      return true;
    } catch (NoSuchFileException e) {
      return false; // it was released a moment ago
    }
  }

  private void move(Path temporary, Path target) throws IOException {
    Path group = Objects.requireNonNull(target.getParent());
    if (!Files.isDirectory(group)) {
      lasting.remove(group);
      lasting.remove(home);
      Files.createDirectories(group);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private StoreFailureException failure(IOException cause) {
    return new StoreFailureException("content of tenant " + tenant + " could not be stored", cause);
  }
}
