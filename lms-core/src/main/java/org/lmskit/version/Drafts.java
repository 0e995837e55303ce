package org.lmskit.version;

import java.time.Instant;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.model.Id;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * Drafts of the next versions of courses, or of learning paths: at most one of each.
 *
 * @param <D> a draft
 */
public final class Drafts<D extends Drafts.Draft> {
  private final String subject;
  private final Kind<D> kind;
  private final Saving<D> saving;
  private final Reason published;
  private final Reason changed;

  /** What somebody is still working on. */
  public interface Draft {
    /** Of what. */
    Id id();

    /** Of the version that it will become. */
    int number();

    /** One more with each saving. */
    int revision();
  }

  /** Makes of a draft the one that is saved. */
  public interface Saving<D> {
    /** The same with these. */
    D save(int number, int revision, Instant savedAt, D draft);
  }

  /**
   * Drafts of this kind.
   *
   * @param subject what they are drafts of
   * @param published why one is refused whose version was published
   * @param changed why one is refused that somebody else saved
   */
  public Drafts(String subject, Kind<D> kind, Saving<D> saving, Reason published, Reason changed) {
    this.subject = subject;
    this.kind = kind;
    this.saving = saving;
    this.published = published;
    this.changed = changed;
  }

  /** The draft of this, if somebody works on one. */
  public Optional<D> find(Reader reader, Id id) {
    return reader.find(kind, id.value()).map(Stored::value);
  }

  /**
   * Saves a draft.
   *
   * @param newest the number of the newest version, 0 if there is none
   * @return as it was saved
   * @throws RejectedException if that version was published, or somebody else saved the draft meanwhile
   */
  public D save(Operation op, D draft, int newest) {
    if (draft.number() <= newest) {
      throw new RejectedException(
          published,
          "version " + draft.number() + " of " + subject + " " + draft.id() + " is published");
    }
    Optional<Stored<D>> old = op.tx().find(kind, draft.id().value());
    int revision = old.map(stored -> stored.value().revision()).orElse(0);
    if (draft.revision() != revision) {
      throw new RejectedException(
          changed,
          "the draft of " + draft.id() + " is at revision " + revision + ", not "
              + draft.revision());
    }
    D next = saving.save(newest + 1, revision + 1, op.now(), draft);
    old.ifPresentOrElse(stored -> op.tx().update(stored, next), () -> op.tx().insert(kind, next));
    return next;
  }

  /** Throws the draft of this away; harmless if there is none. */
  public void discard(Operation op, Id id) {
    op.tx().find(kind, id.value()).ifPresent(stored -> op.tx().delete(stored));
  }
}
