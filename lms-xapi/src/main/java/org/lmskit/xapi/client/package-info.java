/**
 * The interface of a Learning Record Store against any store elsewhere, and an outbox that loses nothing.
 */
@NullMarked
package org.lmskit.xapi.client;

import org.jspecify.annotations.NullMarked;
