package org.lmskit.workforce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.lmskit.internal.JsonBody;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;

/**
 * Text that a person wrote or that names him, apart from the rows and events that mention it: they
 * hold its salted digest, and erasing the person deletes the text.
 *
 * @param digest of the salt and the text
 * @param learner whom it is about
 * @param author who wrote it, or had it recorded
 * @param salt random, so that nobody can guess the text from the digest
 * @param text as it was written
 */
public record PersonalText(
    Sha256 digest, LearnerKey learner, LearnerKey author, String salt, String text) {
  /** Texts by their digest, found by both persons too. */
  public static final Kind<PersonalText> KIND = Kind.<PersonalText>mutable(
          "personal_text", text -> text.digest().hex())
      .index("learner", text -> text.learner().value())
      .index("author", text -> text.author().value())
      .body(JsonBody.of(PersonalText.class));

  /** Keeps a text and returns the digest by which events may mention it. */
  public static Sha256 keep(Operation operation, LearnerKey learner, String text) {
    return keep(operation, learner, operation.by(), text);
  }

  /**
   * Keeps a text that somebody else wrote than whoever performs the operation.
   *
   * @param author with whom it is erased too
   */
  public static Sha256 keep(
      Operation operation, LearnerKey learner, LearnerKey author, String text) {
    String salt = operation.newId() + Long.toHexString(operation.random().nextLong());
    PersonalText kept = new PersonalText(digest(salt, text), learner, author, salt, text);
    operation.tx().insert(KIND, kept);
    return kept.digest();
  }

  /** The text behind a digest; absent once its person is erased. */
  public static Optional<String> find(Reader reader, Sha256 digest) {
    return reader.find(KIND, digest.hex()).map(stored -> stored.value().text());
  }

  /** Deletes what is about a person, and what he wrote about others. */
  static void erase(Operation operation, LearnerKey person) {
    for (String role : List.of("learner", "author")) {
      operation.tx().delete(operation.tx().list(Query.of(KIND).where(role, person.value())));
    }
  }

  private static Sha256 digest(String salt, String text) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(salt.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Sha256.of(digest);
  }
}
