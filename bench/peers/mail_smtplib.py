"""A mailing the way a script sends it: one connection, one message after the other.

mail_smtplib.py <port> <count>: prints nothing; seconds of the processor go to cpu.txt.
"""

import smtplib
import sys
import time
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

port, count = int(sys.argv[1]), int(sys.argv[2])
texts = sys.stdin.read().split("\0")

with smtplib.SMTP("127.0.0.1", port) as server:
    for number in range(count):
        name = f"Person {number}"
        message = EmailMessage()
        message["From"] = "Office <office@example.org>"
        message["To"] = f"{name} <p{number}@example.org>"
        message["Subject"] = f"Your sessions, {name}"
        message["Date"] = formatdate()
        message["Message-ID"] = make_msgid(domain="example.org")
        message.set_content(texts[0].replace("NAME", name))
        message.add_alternative(texts[1].replace("NAME", name), subtype="html")
        server.send_message(message)

with open("cpu.txt", "w", encoding="ascii") as file:
    file.write(str(time.process_time()))
