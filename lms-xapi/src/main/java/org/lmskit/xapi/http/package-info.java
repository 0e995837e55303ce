/**
 * Every resource of a Learning Record Store as one framework-neutral handler.
 */
@NullMarked
package org.lmskit.xapi.http;

import org.jspecify.annotations.NullMarked;
