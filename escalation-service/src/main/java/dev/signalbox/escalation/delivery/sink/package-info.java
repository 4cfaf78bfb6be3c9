/** How each kind of endpoint wants to be told. */
package dev.signalbox.escalation.delivery.sink;
