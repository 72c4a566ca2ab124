"""A backup of the database that is put back: whoever was erased since is gone before anyone is answered."""

import shutil
from pathlib import Path

from tests.service import Customer, Service
from tests.stories.problems import assert_problem


def test_the_erased_stay_erased(tmp_path: Path) -> None:
    """Over the API and from the shell; who was not erased goes on where the backup leaves them."""
    database, backup = tmp_path / "service" / "data" / "frontdesk.db", tmp_path / "backup.db"
    with Service(tmp_path / "service") as service:
        ada, bob, cid = (Customer.of(service) for _ in range(3))
        for customer in (ada, bob, cid):
            customer.send("How long does delivery take?")
        service.stop()
        shutil.copy(database, backup)
        service.start()
        assert ada.delete("/v1/me").status_code == 200
        assert service.cli("erase", "--tenant", "harbor", "--contact", bob.contact).returncode == 0
        service.stop()
        for rest in database.parent.glob("frontdesk.db-*"):
            rest.unlink()
        shutil.copy(backup, database)
        service.start()
        for gone in (ada, bob):
            assert_problem(gone.get("/v1/me/data"), 401, "unauthorized")
            assert (
                service.rows(
                    "SELECT 1 FROM message m, conversation c WHERE m.conversation_id = c.id AND c.contact_id = :id",
                    {"id": gone.contact},
                )
                == []
            )
        assert len(cid.history(cid.conversation())["messages"]) == 2
        acts = [(act["actor"], act["action"]) for act in service.audit("harbor") if act["action"] == "contact.erased"]
        assert acts == [("service", "contact.erased")] * 2
        assert service.cli("audit", "verify", "--tenant", "harbor").returncode == 0
        for customer in (ada, bob, cid):
            customer.close()
