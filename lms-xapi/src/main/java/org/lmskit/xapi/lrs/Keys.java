package org.lmskit.xapi.lrs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.model.Sha256;

/**
 * Derives the keys by which statements are found: a letter for the filter and 120 bits of the value's
 * SHA-256, so that a key has one length and holds no address of a person. Belongs to one thread.
 */
final class Keys {
  /** The letter of a filter. An agent or activity is direct or related-only. */
  enum Filter {
    VERB('v'),
    REGISTRATION('r'),
    AGENT('a'),
    RELATED_AGENT('A'),
    ACTIVITY('c'),
    RELATED_ACTIVITY('C'),
    AUTHORITY('u');

    private final char letter;

    Filter(char letter) {
      this.letter = letter;
    }
  }

  private static final int KEY_BYTES = 15;

  private final MessageDigest digest = Sha256.newDigest();
  private final Map<String, String> hashes = new HashMap<>();

  String key(Filter filter, String value) {
    return filter.letter + hash(value);
  }

  /** The keys of an agent, one or, in the wide sense, two. */
  List<String> agent(String identity, boolean related) {
    String direct = key(Filter.AGENT, identity);
    return related ? List.of(direct, key(Filter.RELATED_AGENT, identity)) : List.of(direct);
  }

  /** The keys of an activity, one or, in the wide sense, two. */
  List<String> activity(String iri, boolean related) {
    String direct = key(Filter.ACTIVITY, iri);
    return related ? List.of(direct, key(Filter.RELATED_ACTIVITY, iri)) : List.of(direct);
  }

  /** 20 characters of A-Z, a-z, 0-9, - and _. */
  String hash(String value) {
    return hashes.computeIfAbsent(value, this::digest);
  }

  static boolean is(Filter filter, String key) {
    return key.charAt(0) == filter.letter;
  }

  private String digest(String value) {
    byte[] full = digest.digest(value.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(full, KEY_BYTES));
  }
}
