package org.lmskit.content;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.lmskit.model.TenantId;

/** Whose directories there are: the id cannot be told from {@link DirectoryName}. */
final class TenantNames {
  private static final String SUFFIX = ".id";

  private final Path directory;
  private final Forced forced;

  TenantNames(Path directory, Forced forced) {
    this.directory = directory;
    this.forced = forced;
  }

  /** Notes a tenant; a name appears whole or not at all. */
  void add(TenantId tenant) throws IOException {
    Path file = fileOf(tenant);
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, "", ".part");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(tenant.value().getBytes(StandardCharsets.UTF_8));
        out.getChannel().force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      forced.directory(directory);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  void remove(TenantId tenant) throws IOException {
    Files.deleteIfExists(fileOf(tenant));
  }

  Set<TenantId> all() throws IOException {
    Set<TenantId> tenants = new HashSet<>();
    if (!Files.exists(directory)) {
      return tenants;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        tenants.add(new TenantId(Files.readString(file)));
      }
    } catch (NoSuchFileException e) {
      return all(); // removed a moment ago
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return tenants;
  }

  private Path fileOf(TenantId tenant) {
    return directory.resolve(DirectoryName.of(tenant) + SUFFIX);
  }
}
