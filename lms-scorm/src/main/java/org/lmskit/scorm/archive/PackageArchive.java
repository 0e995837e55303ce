package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.BACKSLASHES;
import static org.lmskit.scorm.finding.ScormFinding.DAMAGED;
import static org.lmskit.scorm.finding.ScormFinding.DUPLICATE;
import static org.lmskit.scorm.finding.ScormFinding.IGNORED_FILES;
import static org.lmskit.scorm.finding.ScormFinding.MANIFEST_TOO_LARGE;
import static org.lmskit.scorm.finding.ScormFinding.NAME_CHARSET;
import static org.lmskit.scorm.finding.ScormFinding.NO_FILES;
import static org.lmskit.scorm.finding.ScormFinding.OUTSIDE_FOLDER;
import static org.lmskit.scorm.finding.ScormFinding.PREFIXED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.DirectoryScan.Extent;
import org.lmskit.scorm.finding.Findings;

/**
 * An opened package. Opening checks all that the headers tell: limits, encryption, links, paths,
 * overlaps; reading a file checks what is really inflated. Nothing but the manifest is ever held in
 * memory. For one thread; what it hands out is valid until it is closed.
 */
public final class PackageArchive implements AutoCloseable {
  private final ZipFile zip;
  private final EntryReader reader;
  private final ArchiveLimits limits;
  private final Findings findings;
  private final Budget budget;
  private final List<ArchiveEntry> entries;
  private final List<byte[]> uncertainNames;
  /** The files under the names that are guessed before the manifest is read. */
  private final Map<String, ArchiveEntry> guessed;

  private final PackageRoot root;

  private PackageArchive(
      ZipFile zip, ArchiveLimits limits, Findings findings, ProgressListener listener) {
    this.zip = zip;
    this.reader = new EntryReader(zip);
    this.limits = limits;
    this.findings = findings;
    List<ZipArchiveEntry> all = Collections.list(zip.getEntriesInPhysicalOrder());
    new EntryChecks(limits, findings).check(all);
    this.entries = all.stream().map(ArchiveEntry::new).toList();
    this.budget = new Budget(
        limits.maxTotalBytes(), all.stream().mapToLong(ZipArchiveEntry::getSize).sum(), listener);
    this.uncertainNames = entries.stream()
        .filter(e -> !e.nameIsCertain())
        .map(ArchiveEntry::rawName)
        .toList();
    this.guessed = paths(NameCharset.guess(uncertainNames));
    if (guessed.isEmpty()) {
      throw findings.refuse(NO_FILES, "");
    }
    this.root = PackageRoot.find(guessed.keySet(), findings);
    reportNames();
  }

  /**
   * Opens a package and finds its manifest. Repairs go to the findings, and so does the reason of a
   * refusal.
   *
   * @throws RejectedException if the archive must not be read; its reason is a {@link
   *     org.lmskit.scorm.finding.ScormFinding}
   * @throws UncheckedIOException if the file does not exist or the disk cannot be read
   */
  public static PackageArchive open(
      Path file, ArchiveLimits limits, Findings findings, ProgressListener listener) {
    try {
      SeekableByteChannel channel = Files.newByteChannel(file);
      boolean opened = false;
      try {
        Extent extent = new DirectoryScan(channel, limits, findings).check();
        if (extent.start() > 0) {
          findings.add(PREFIXED, "", extent.start());
        }
        var part = new WindowChannel(channel, extent.start(), extent.end());
        PackageArchive archive =
            new PackageArchive(zipFile(part, findings), limits, findings, listener);
        opened = true;
        return archive;
      } finally {
        if (!opened) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static ZipFile zipFile(SeekableByteChannel channel, Findings findings) {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(channel)
          .setMaxNumberOfDisks(1)
          .setUseUnicodeExtraFields(true)
          .setCharset(StandardCharsets.ISO_8859_1)
          .get();
    } catch (IOException | IllegalArgumentException e) {
      throw findings.refuse(DAMAGED, "", reason(e));
    }
  }

  /** The reader of ZIP files wraps the reason in one that names only the channel. */
  private static String reason(Exception failure) {
    Throwable reason = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(reason.getMessage()).replaceFirst("\\.$", "");
  }

  /** The path of the manifest in the archive, with the sub-folder that it may be in. */
  public String manifestPath() {
    return root.manifest();
  }

  /**
   * The bytes of the manifest.
   *
   * @throws RejectedException if it is damaged or larger than the limit
   */
  public byte[] manifest() {
    PackageFile file =
        new PackageFile(root.manifest(), manifestEntry(), reader, limits, findings, budget);
    return file.bytes(MANIFEST_TOO_LARGE);
  }

  private ArchiveEntry manifestEntry() {
    ArchiveEntry entry = guessed.get(root.manifest());
    if (entry == null) {
      throw new IllegalStateException("the manifest is gone: " + root.manifest());
    }
    return entry;
  }

  /**
   * The package's files, their paths relative to the manifest's folder. Names whose character set is
   * not marked are read so that they match the manifest.
   *
   * @param hrefs paths that the manifest names, decoded, relative to its folder; only asked if a name
   *     does not say its character set
   * @throws RejectedException if a name, once decoded, leads out of the package
   */
  public PackageFiles files(Supplier<? extends Collection<String>> hrefs) {
    if (uncertainNames.isEmpty()) {
      return select(guessed, root.folder());
    }
    // the name of the manifest's own folder may be one of the uncertain ones
    ArchiveEntry manifest = manifestEntry();
    Charset charset = NameCharset.choose(
        uncertainNames, hrefs.get(), tried -> folder(manifest.name(tried).replace('\\', '/')));
    findings.add(NAME_CHARSET, "", uncertainNames.size(), charset.name());
    return select(paths(charset), folder(manifest.path(charset, limits, findings)));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private PackageFiles select(Map<String, ArchiveEntry> paths, String folder) {
    List<PackageFile> files = new ArrayList<>(paths.size());
    int start = folder.length();
    int outside = 0;
    for (Map.Entry<String, ArchiveEntry> e : paths.entrySet()) {
      if (e.getKey().startsWith(folder)) {
        String path = e.getKey().substring(start);
        files.add(new PackageFile(path, e.getValue(), reader, limits, findings, budget));
      } else {
        outside++;
      }
    }
    if (outside > 0) {
      findings.add(OUTSIDE_FOLDER, "", outside, folder);
    }
    return new PackageFiles(files);
  }

  /** The files by their normalised paths, in the order of the archive; a later duplicate wins. */
  private Map<String, ArchiveEntry> paths(Charset uncertain) {
    Map<String, ArchiveEntry> paths = new LinkedHashMap<>();
    for (ArchiveEntry entry : entries) {
      String name = entry.name(uncertain);
      String path = entry.path(uncertain, limits, findings);
      if (!EntryName.isFolder(name) && !EntryName.isLitter(path)) {
        paths.remove(path);
        paths.put(path, entry);
      }
    }
    return paths;
  }

  private void reportNames() {
    Map<String, Integer> seen = new LinkedHashMap<>();
    int backslashes = 0;
    int litter = 0;
    for (ArchiveEntry entry : entries) {
      String name = entry.name(StandardCharsets.ISO_8859_1);
      String path = entry.path(StandardCharsets.ISO_8859_1, limits, findings);
      backslashes += name.contains("\\") && entry.nameIsCertain() ? 1 : 0;
      litter += EntryName.isLitter(path) ? 1 : 0;
      seen.merge(path, EntryName.isFolder(name) || EntryName.isLitter(path) ? 0 : 1, Integer::sum);
    }
    seen.forEach((path, times) -> {
      if (times > 1) {
        findings.add(DUPLICATE, path);
      }
    });
    reportCounts(backslashes, litter);
  }

  private void reportCounts(int backslashes, int litter) {
    if (backslashes > 0) {
      findings.add(BACKSLASHES, "", backslashes);
    }
    if (litter > 0) {
      findings.add(IGNORED_FILES, "", litter);
    }
  }

  /** Closes the file. */
  @Override
  public void close() {
    reader.close();
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the package", e);
    }
  }
}
