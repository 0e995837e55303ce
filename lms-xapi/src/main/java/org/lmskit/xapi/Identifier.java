package org.lmskit.xapi;

import java.util.Locale;

/**
 * An inverse functional identifier: it says which agent or identified group is meant.
 *
 * @see "xAPI 1.0.3 Data 2.4.2.3"
 */
public sealed interface Identifier {
  /** A text that is equal for equal identifiers and different for all others, such as {@code mbox|...}. */
  String key();

  /** The one form of all that mean the same: the case of a domain or of hexadecimal digits says nothing. */
  default Identifier normal() {
    return this;
  }

  /**
   * An e-mail address.
   *
   * @param iri with the scheme, {@code mailto:ann@example.org}
   */
  record Mbox(String iri) implements Identifier {
    /** @throws IllegalArgumentException if it is not {@code mailto:} and an e-mail address */
    public Mbox {
      if (!isValid(iri)) throw new IllegalArgumentException("not a mailto IRI: " + iri);
    }

    /** Whether a text is {@code mailto:} and one e-mail address. */
    public static boolean isValid(String text) {
      if (!text.startsWith("mailto:") || !Iri.isAbsolute(text)) return false;
      int at = text.lastIndexOf('@');
      if (at <= "mailto:".length() || at == text.length() - 1) return false;
      // RFC 6068 2: headers follow a question mark and further addresses a comma; in an address
      // they are encoded
      if (text.chars().anyMatch(c -> c == '?' || c == '#')) return false;
      if (text.substring(at).chars().anyMatch(c -> ",;/".indexOf(c) >= 0)) return false;
      return text.indexOf('@') == at || text.charAt("mailto:".length()) == '"';
    }

    @Override
    public String key() {
      return "mbox|" + iri;
    }

    @Override
    public Mbox normal() {
      int at = iri.lastIndexOf('@');
      return new Mbox(iri.substring(0, at) + iri.substring(at).toLowerCase(Locale.ROOT));
    }
  }

  /**
   * The SHA-1 of an e-mail address with its {@code mailto:}.
   *
   * @param hex 40 hexadecimal digits
   */
  record MboxSha1Sum(String hex) implements Identifier {
    /** @throws IllegalArgumentException if it does not have 40 hexadecimal digits */
    public MboxSha1Sum {
      if (!isValid(hex)) throw new IllegalArgumentException("not 40 hexadecimal digits: " + hex);
    }

    /** Whether a text has 40 hexadecimal digits. */
    public static boolean isValid(String text) {
      return text.length() == 40
          && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    @Override
    public String key() {
      return "mbox_sha1sum|" + hex;
    }

    @Override
    public MboxSha1Sum normal() {
      return new MboxSha1Sum(hex.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * An OpenID.
   *
   * @param uri that identifies the agent
   */
  record OpenId(Iri uri) implements Identifier {
    @Override
    public String key() {
      return "openid|" + uri;
    }
  }

  /**
   * A user account on a system.
   *
   * @param homePage the canonical home page of the system
   * @param name the unique id of the account there
   */
  record Account(Iri homePage, String name) implements Identifier {
    @Override
    public String key() {
      return "account|" + homePage + '|' + name;
    }
  }
}
