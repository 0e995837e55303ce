package org.lmskit.content;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;

/**
 * Keeps files in a directory: {@code <tenant>/<first two digits>/<digest>}, and the ids of the tenants
 * below {@code tenants}. A file appears whole and forced to disk, or not at all. Several processes may
 * share the directory.
 */
public final class DirectoryContentStore implements ContentStore {
  private static final String INCOMING = "incoming";

  private final Path root;
  private final TenantNames names;
  /** Directories that were forced to disk since they were seen to exist. */
  private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

  private final Clock clock;
  private final Forced forced;

  private DirectoryContentStore(Path root, Clock clock, Forced forced) {
    this.root = root;
    this.names = new TenantNames(root.resolve("tenants"), forced);
    this.clock = clock;
    this.forced = forced;
  }

  /**
   * A store in this directory, which is created if missing.
   *
   * @throws StoreFailureException if it cannot be created
   */
  public static DirectoryContentStore at(Path directory) {
    return at(directory, Clock.systemUTC());
  }

  /**
   * A store with a clock of its own; see {@link #at(Path)}.
   *
   * @param clock says when a blob was put; all processes that share the directory agree on it
   */
  public static DirectoryContentStore at(Path directory, Clock clock) {
    return at(directory, clock, Forced.ON_DISK);
  }

  static DirectoryContentStore at(Path directory, Clock clock, Forced forced) {
    try {
      return new DirectoryContentStore(
          Files.createDirectories(directory).toAbsolutePath().normalize(), clock, forced);
    } catch (IOException e) {
      throw new StoreFailureException("content directory " + directory + " cannot be made", e);
    }
  }

  @Override
  public Blob put(TenantId tenant, InputStream bytes, long limit) {
    try (ContentBatch one = batch(tenant)) {
      Blob blob = one.put(bytes, limit);
      one.finish();
      return blob;
    }
  }

  /** Forces all files of the batch together, at least every 1,000 of them. */
  @Override
  public ContentBatch batch(TenantId tenant) {
    try {
      names.add(tenant);
      Path home = of(tenant);
      return new DirectoryBatch(tenant, home, home.resolve(INCOMING), lasting, clock, forced);
    } catch (IOException e) {
      throw new StoreFailureException("content of tenant " + tenant + " could not be stored", e);
    }
  }

  @Override
  public Optional<Blob> find(TenantId tenant, Sha256 hash) {
    try {
      return Optional.of(new Blob(tenant, hash, Files.size(fileOf(tenant, hash))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreFailureException("content " + hash + " could not be looked up", e);
    }
  }

  @Override
  public InputStream open(Blob blob, long from, long length) {
    Path file = fileOf(blob.tenant(), blob.hash());
    if (!Files.exists(file)) {
      throw new NotFoundException("no content with hash " + blob.hash());
    }
    try {
      Ingest.checkRange(from, length, Files.size(file));
      return part(file, from, length);
    } catch (IOException e) {
      throw new StoreFailureException("content " + blob.hash() + " could not be opened", e);
    }
  }

  /** Also removes what an interrupted {@link #put} left before that time; not if that time has yet to come, for a put may go on. */
  @Override
  public void each(TenantId tenant, Instant putBefore, Consumer<Blob> visitor) {
    Path home = of(tenant);
    if (!Files.exists(home)) {
      return;
    }
    boolean cleans = !putBefore.isAfter(clock.instant());
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(home)) {
      for (Path group : groups) {
        if (cleans || !group.endsWith(INCOMING)) {
          eachIn(group, tenant, putBefore, visitor);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new StoreFailureException("content of tenant " + tenant + " could not be listed", e);
    }
  }

  @Override
  public Set<TenantId> tenants() {
    try {
      return names.all();
    } catch (IOException e) {
      throw new StoreFailureException("tenants with content could not be listed", e);
    }
  }

  @Override
  public void release(TenantId tenant, Sha256 hash) {
    try {
      Files.deleteIfExists(fileOf(tenant, hash));
    } catch (IOException e) {
      throw new StoreFailureException("content " + hash + " could not be removed", e);
    }
  }

  /** The directory of the tenant goes too. */
  @Override
  public void delete(TenantId tenant) {
    Path home = of(tenant);
    lasting.removeIf(group -> group.startsWith(home));
    try {
      if (Files.exists(home)) {
        clear(home);
      }
      names.remove(tenant);
    } catch (IOException | UncheckedIOException e) {
      throw new StoreFailureException("content of tenant " + tenant + " could not be removed", e);
    }
  }

  private static void clear(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static InputStream part(Path file, long from, long length) throws IOException {
    FileInputStream in = new FileInputStream(file.toFile());
    try {
      in.getChannel().position(from);
      return new BoundedInputStream(in, length);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static void eachIn(Path group, TenantId tenant, Instant putBefore, Consumer<Blob> visitor)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(group)) {
      for (Path file : files) {
        if (!wasPutBefore(file, putBefore)) {
          continue;
        }
        if (group.endsWith(INCOMING)) {
          Files.deleteIfExists(file);
        } else {
          blob(tenant, file).ifPresent(visitor);
        }
      }
    }
  }

  private static boolean wasPutBefore(Path file, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Absent if somebody took it away meanwhile. */
  private static Optional<Blob> blob(TenantId tenant, Path file) throws IOException {
    try {
      return Optional.of(
          new Blob(tenant, new Sha256(file.getFileName().toString()), Files.size(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Path fileOf(TenantId tenant, Sha256 hash) {
    return fileIn(of(tenant), hash);
  }

  static Path fileIn(Path home, Sha256 hash) {
    return home.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
  }

  private Path of(TenantId tenant) {
    return root.resolve(DirectoryName.of(tenant));
  }
}
