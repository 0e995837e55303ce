package org.lmskit.xapi.lrs;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.lmskit.model.Problem;
import org.lmskit.xapi.Access;

/**
 * All statements of a tenant as lines of JSON (NDJSON) with their attachments, written and read in
 * bounded memory.
 *
 * <p>A line is a statement as it was received, with id, stored, timestamp, authority and version; or
 * {@code {"attachment":{"sha2":..,"contentType":..,"length":..}}}, before the first statement that
 * needs it, followed by its bytes in lines of {@code {"bytes":"<Base64>"}}. Voided statements are
 * among them, so an import gives the same answers.
 */
public final class StatementArchive {
  private final Realm realm;
  private final Access access;

  /**
   * How far an export has come.
   *
   * @param place where a next export goes on; 0 for the beginning
   * @param statements written by this export
   * @param attachments written by this export
   */
  public record Exported(long place, long statements, long attachments) {}

  /**
   * How far an import has come, all its runs together.
   *
   * @param lines how many lines are done
   * @param statements how many statements were in them, those included that were here already
   * @param attachments how many attachments were in them
   * @param refused how many lines were refused
   * @param problems what was wrong with lines of this run, at {@code line 7}; at most 1,000
   */
  public record Imported(
      long lines, long statements, long attachments, long refused, List<Problem> problems) {
    /** Copies the list. */
    public Imported {
      problems = List.copyOf(problems);
    }
  }

  StatementArchive(Realm realm, Access access) {
    this.realm = realm;
    this.access = access;
  }

  /**
   * Writes what was stored behind a place, up to the present, in the order of storing. What breaks off
   * goes on behind the last place that was reported; its text is appended to what was written up to
   * there.
   *
   * @param out UTF-8; flushed before each report, not closed
   * @param place 0, or from an earlier export
   * @param progress hears after every few hundred statements
   * @throws org.lmskit.model.StoreFailureException if it cannot be written
   */
  public Exported write(OutputStream out, long place, Consumer<Exported> progress) {
    return new ArchiveWriter(realm, out).write(place, progress);
  }

  /**
   * Reads what {@link #write} wrote and stores it; what is here already is left as it is. A line that
   * cannot be stored is a problem and holds up no other. After a failure the same text is read again
   * under the same name and goes on where it stopped. The authority in a statement is believed;
   * {@code stored} becomes the time of this import.
   *
   * @param name keeps its place between runs; one name for each text
   * @param in UTF-8; not closed
   * @param progress hears after every few hundred statements
   * @throws org.lmskit.model.StoreFailureException if it cannot be read
   */
  public Imported read(String name, InputStream in, Consumer<Imported> progress) {
    return new ArchiveReader(realm, access, name, in).read(progress);
  }
}
